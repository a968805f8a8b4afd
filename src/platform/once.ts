/** @returns a function that makes its value at the first call and gives the same one from then on */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
