/** So many that have expired are remembered all the same: the clock that says so may be set back. */
const expiredKept = 1000;

/**
 * Keeps a collection of what expires from growing without end.
 * @param expiryOf seconds since the epoch
 * @param now the same, by the emulator's clock
 */
export function forgetExpired<K, V>(entries: Map<K, V>, expiryOf: (value: V) => number, now: number): void {
  if (entries.size <= expiredKept) return;
  for (const [key, value] of entries) if (expiryOf(value) <= now) entries.delete(key);
}
