/**
 * @returns a function that makes its value at the first call and returns the same one from then on; after a failure,
 *   the next call tries again
 */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made === undefined) {
      const making = (made = make());
      making.catch(() => (made = undefined));
    }
    return made;
  };
}
