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

/** @returns {@link once} for each key */
export function onceFor<K, T>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const makers = new Map<K, () => Promise<T>>();
  return (key) => {
    let maker = makers.get(key);
    if (!maker) makers.set(key, (maker = once(() => make(key))));
    return maker();
  };
}
