import type { AnyVersion } from '../../../src/wawi/contract/versions.ts';
import { isStronger, type ByVersion } from './expanded.ts';

/** A change holds for later versions until something else is shown there. */
export function inheritAbove<T>(element: ByVersion<T>, version: AnyVersion, value: T): void {
  for (const [other, stated] of element)
    if (other > version && !isStronger(stated.evidence, 'inferred')) element.set(other, { ...stated, value });
}

/** Between two versions that show an element, and above the last, it is there. */
export function fillBetween<T>(element: ByVersion<T>, within: readonly AnyVersion[]): void {
  let last: T | undefined;
  const highest = [...element.keys()].sort().at(-1) ?? '';
  for (const version of within) {
    const known = element.get(version);
    if (known) last = known.value;
    else if (last !== undefined && version < highest)
      element.set(version, { value: last, evidence: 'inferred' });
  }
  const inOrder = [...element].sort(([a], [b]) => (a < b ? -1 : 1));
  element.clear();
  for (const [version, stated] of inOrder) element.set(version, stated);
}

export function sorted<T>(element: ByVersion<T>): ByVersion<T> {
  return new Map([...element].sort(([a], [b]) => (a < b ? -1 : 1)));
}
