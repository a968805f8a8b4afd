/**
 * @param twelveDigits as a number, which is faster than text: large tenants have one for each item
 * @returns a GTIN-13 with the check digit of the GS1 General Specifications (section 7.9)
 */
export function gtinOf(twelveDigits: number): string {
  let sum = 0;
  for (let [rest, weight] = [twelveDigits, 3]; rest > 0; rest = Math.floor(rest / 10), weight = 4 - weight)
    sum += weight * (rest % 10);
  return String(twelveDigits * 10 + ((10 - (sum % 10)) % 10));
}

/**
 * @param country two letters
 * @param account the national part (BBAN), digits only
 * @returns an IBAN with the check digits of ISO 13616 (97 minus the remainder of the rearranged number, plus 1)
 */
export function ibanOf(country: string, account: string): string {
  const letters = [...country].map((letter) => letter.charCodeAt(0) - 55).join('');
  const check = 98n - (BigInt(`${account}${letters}00`) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

/** Makes a VAT number of each country from eight random digits, the first of which is not 0. */
const vatNumbers: Readonly<Record<string, (digits: string) => string>> = {
  DE: (digits) => `DE${digits}${germanCheckDigit(digits)}`,
  AT: (digits) => `ATU${digits.slice(0, 7)}${austrianCheckDigit(digits.slice(0, 7))}`,
  CH: swissNumber,
  FR: (digits) => {
    const siren = `${digits}${luhnCheckDigit(digits)}`;
    return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;
  },
  // Seven digits of the company, three of the province (021: Bozen), one check digit.
  IT: (digits) => `IT${digits.slice(0, 7)}021${luhnCheckDigit(`${digits.slice(0, 7)}021`)}`,
};

/**
 * @param countryIso one of the countries of the generator's towns
 * @param digits eight random digits, the first of which is not 0
 * @returns a number with a correct check digit, as the country writes it; undefined for other countries
 */
export function vatIdOf(countryIso: string, digits: string): string | undefined {
  return vatNumbers[countryIso]?.(digits);
}

/** ISO 7064, MOD 11,10. */
function germanCheckDigit(digits: string): number {
  let product = 10;
  for (const digit of digitsOf(digits)) product = (((digit + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10;
}

function austrianCheckDigit(digits: string): number {
  return (10 - ((sumOfLuhn(digitsOf(digits), 1) + 4) % 10)) % 10;
}

function luhnCheckDigit(digits: string): number {
  // The check digit stands last, so that the last of the other digits counts twice.
  return (10 - (sumOfLuhn(digitsOf(digits), (digits.length + 1) % 2) % 10)) % 10;
}

/** @param doubled the digits at the places n with n % 2 === doubled count twice, as the sum of their digits */
function sumOfLuhn(digits: readonly number[], doubled: number): number {
  return digits.reduce((sum, digit, n) => {
    const value = n % 2 === doubled ? digit * 2 : digit;
    return sum + Math.floor(value / 10) + (value % 10);
  }, 0);
}

/** The company number (UID) of Switzerland: modulus 11; numbers whose check digit would be 10 do not exist. */
function swissNumber(digits: string): string {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4];
  const sum = digitsOf(digits).reduce((total, digit, n) => total + digit * (weights[n] ?? 0), 0);
  const check = (11 - (sum % 11)) % 11;
  if (check === 10) return swissNumber(String(Number(digits) + 1));
  const [, ...groups] = /^(...)(...)(...)$/.exec(`${digits}${check}`) ?? [];
  return `CHE-${groups.join('.')} MWST`;
}

function digitsOf(text: string): number[] {
  return [...text].map(Number);
}
