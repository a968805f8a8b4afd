import { orderedForm } from './text-order.ts';

/** A value in an index: null sorts first, numbers by value, text by its folded form (fidelity row `sorting`). */
export type SortKey = null | number | string;

/**
 * Converts a field's value for comparison in an index: text to its ordered form, booleans to 0 and 1, undefined to
 * null.
 */
export function sortKey(value: unknown): SortKey {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return orderedForm(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return JSON.stringify(value);
}

/** Total order over sort keys. */
export function compareKeys(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a < b ? -1 : 1;
}

/** A sort key with the row's id, so that equal keys keep a stable order. */
export type IndexKey = readonly [key: SortKey, id: number];

export function compareIndexKeys(a: IndexKey, b: IndexKey): number {
  return compareKeys(a[0], b[0]) || a[1] - b[1];
}

/** Makes an index of exact decimals, which are stored as text, an index of numbers. */
const numberPrefix = 'number:';

/** @returns the path under which a field of decimals is indexed by value */
export function numericPath(path: string): string {
  return numberPrefix + path;
}

/**
 * @param path dotted path into an entity, such as `billingAddress.city`; with {@link numericPath} its decimals as numbers
 * @returns a function that reads it; absent steps give undefined
 */
export function reader(path: string): (source: unknown) => unknown {
  if (path.startsWith(numberPrefix)) {
    const read = reader(path.slice(numberPrefix.length));
    return (source) => {
      const value = read(source);
      return value === undefined || value === null || value === '' ? undefined : Number(value);
    };
  }
  if (!path.includes('.')) return (source) => (source as Record<string, unknown> | undefined)?.[path];
  const steps = path.split('.');
  return (source) => {
    let value = source;
    for (const step of steps) {
      if (value === undefined || value === null) return undefined;
      value = (value as Record<string, unknown>)[step];
    }
    return value;
  };
}
