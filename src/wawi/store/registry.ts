/** Functions that a lower area needs of higher ones. */
export interface Registry<T extends object> {
  /** @throws Error when `areas/index.ts` is not loaded, a mistake in the program */
  (): T;
  define(implementation: T): void;
}

/**
 * Makes a registry. A lower area declares the functions that it needs of higher areas; `areas/index.ts` defines them, so
 * that imports between areas go one way.
 * @param area the area that needs them, for the message of an undefined registry
 */
export function registry<T extends object>(area: string): Registry<T> {
  let defined: T | undefined;
  const read = (): T => {
    if (defined === undefined) throw new Error(`the registry of the area '${area}' is not defined`);
    return defined;
  };
  return Object.assign(read, {
    define: (implementation: T) => {
      defined = implementation;
    },
  });
}
