/** @returns whether any of the texts contains the wanted one, ignoring case; absent texts never do */
export function textContains(wanted: string, ...texts: (string | undefined)[]): boolean {
  const needle = wanted.toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(needle) ?? false);
}
