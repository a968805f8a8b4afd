/**
 * The domain's name of a member that a contract calls `VatID`, `SKU`, `CountryISO2`: camel case in which an acronym is
 * one word.
 * @returns `vatId`, `sku`, `countryIso2`
 */
export function domainName(contractName: string): string {
  const words = contractName.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? [contractName];
  return words
    .map((word, n) =>
      n === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
}
