/** Areas of the later platform that have no public contract, by the paths they lie under. */
const areas: readonly (readonly [pattern: RegExp, area: string])[] = [
  [/^\/marketplace(\/|$)/, 'Marketplace'],
  [/^\/scx(\/|$)/, 'SCX'],
  [/^\/sales-?channels\/scx(\/|$)/, 'SCX'],
  [/^\/sales-?channels\/[^/]+\/scx(\/|$)/, 'SCX'],
  [/^\/sales-?channels\/connector(\/|$)/, 'connector'],
  [/^\/sales-?channels\/[^/]+\/connector(\/|$)/, 'connector'],
  [/^\/sales-?channels\/shop(\/|$)/, 'shop settings'],
  [/^\/sales-?channels\/[^/]+\/shop(\/|$)/, 'shop settings'],
  [/^\/shop-?(settings|accounts)?(\/|$)/, 'shop settings'],
  [/^\/production-?(orders|items)?(\/|$)/, 'production'],
  [/^\/warehouse-?assistant(\/|$)/, 'warehouse assistant'],
];

/**
 * @param path relative to the version's base, such as `/scx/offers`
 * @returns the area without a public contract that the path belongs to, or undefined
 */
export function uncontractedArea(path: string): string | undefined {
  const lower = path.toLowerCase();
  return areas.find(([pattern]) => pattern.test(lower))?.[1];
}
