const int32 = [-2_147_483_648, 2_147_483_647] as const;
const int64 = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

/** The integer types of the contracts, REST's and GraphQL's, with the least and greatest number of each. */
const ranges: Readonly<Record<string, readonly [least: number, greatest: number]>> = {
  int32,
  int64,
  Int: int32,
  Long: int64,
  Byte: [0, 255],
};

/**
 * Some quantities are decimals in one API and integers in another. An integer drops digits after the point and is
 * limited to its type's range, as in .NET's conversion (fidelity row `integers-of-decimals`).
 * @param type a number type of a contract
 * @returns a function to the number that the type shows; a decimal type shows the number unchanged
 */
export function shownNumber(type: string): (value: number) => number {
  const range = ranges[type];
  if (!range) return (value) => value;
  const [least, greatest] = range;
  // Adding 0 leaves no negative zero of -0.5.
  return (value) => Math.min(Math.max(Math.trunc(value), least), greatest) + 0;
}
