import { fieldOf } from './scene.ts';

const packed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

/**
 * Compares what two APIs say about one entity, or what was sent with what is shown: every field that both have, by name
 * without letter case. Packed keys equal the integers in them, instants are compared as such, null is as good as absent.
 * @param ignored names of fields that mean different things on the two sides
 * @returns `path: one <> other` for each field that differs
 */
export function disagreements(
  left: unknown,
  right: unknown,
  ignored: ReadonlySet<string> = new Set(),
  path = '',
): string[] {
  if (isEmpty(left) && isEmpty(right)) return [];
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return [`${path}: ${left.length} elements <> ${right.length}`];
    return left.flatMap((one, n) => disagreements(one, right[n], ignored, `${path}[${n}]`));
  }
  if (isObject(left) && isObject(right)) {
    return Object.entries(left).flatMap(([name, value]) => {
      const other = fieldOf(right, name);
      if (other === undefined || ignored.has(name.toLowerCase())) return [];
      return disagreements(value, other, ignored, `${path}.${name}`);
    });
  }
  const one = comparable(left);
  const other = comparable(right);
  return one === other ? [] : [`${path}: ${String(one)} <> ${String(other)}`];
}

function comparable(value: unknown): unknown {
  if (typeof value === 'string') {
    const hex = packed.exec(value)?.[1];
    if (hex !== undefined) return Buffer.from(hex, 'hex').readInt32LE();
    return instant.test(value) ? Date.parse(value) : value;
  }
  return isObject(value) || Array.isArray(value) ? JSON.stringify(value) : (value ?? '');
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
