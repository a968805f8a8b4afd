/**
 * @returns a function that makes its value at the first call and gives the same one from then on; what failed to be made
 *   is tried again at the next call
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
