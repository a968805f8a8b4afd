/** Number of expired entries to remember, because tests may set the clock back. */
const expiredKept = 1000;

/**
 * Removes expired entries, so that a collection does not grow without limit.
 * @param expiryOf seconds since the epoch
 * @param now the same, by the emulator's clock
 */
export function forgetExpired<K, V>(entries: Map<K, V>, expiryOf: (value: V) => number, now: number): void {
  if (entries.size <= expiredKept) return;
  for (const [key, value] of entries) if (expiryOf(value) <= now) entries.delete(key);
}
