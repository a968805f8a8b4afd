import { fieldOf } from './arrangement-context.ts';

const packed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;

/** The comparison of two representations of the same entity. */
export interface Agreement {
  /** How many values both have, and alike. */
  agreed: number;
  /** `path: one <> other`. */
  differences: string[];
}

/**
 * Compares two APIs' representations of one entity, or a sent body with the shown one: every field that both have, by
 * name without letter case. Packed keys equal their integers, instants are compared as such, null equals absent. Fields
 * are not compared where one side nests and the other is flat, or where one has numbers and the other names.
 */
export function compare(left: unknown, right: unknown, path = ''): Agreement {
  if (isEmpty(left) && isEmpty(right)) return { agreed: 0, differences: [] };
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length)
      return { agreed: 0, differences: [`${path}: ${left.length} elements <> ${right.length}`] };
    return together(left.map((one, n) => compare(one, right[n], `${path}[${n}]`)));
  }
  if (isObject(left) && isObject(right)) {
    return together(
      Object.entries(left).flatMap(([name, value]) => {
        const other = fieldOf(right, name);
        return other === undefined ? [] : [compare(value, other, `${path}.${name}`)];
      }),
    );
  }
  const one = comparable(left);
  const other = comparable(right);
  if (one === other) return { agreed: 1, differences: [] };
  return isIncomparable(left, right)
    ? { agreed: 0, differences: [] }
    : { agreed: 0, differences: [`${path}: ${String(one)} <> ${String(other)}`] };
}

function together(parts: readonly Agreement[]): Agreement {
  return {
    agreed: parts.reduce((sum, part) => sum + part.agreed, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

/** Enums are numbers in REST, names in GraphQL; a reference may be a key here, the whole thing there. */
function isIncomparable(left: unknown, right: unknown): boolean {
  const nested = [left, right].filter((side) => typeof side === 'object' && side !== null).length;
  const isEnum = (one: unknown, other: unknown): boolean =>
    typeof one === 'number' && typeof other === 'string' && /^[A-Za-z]\w*$/.test(other);
  return nested > 0 ? !isEmpty(left) && !isEmpty(right) : isEnum(left, right) || isEnum(right, left);
}

/** @returns a value in the form in which all APIs agree: the integer of a packed key, the milliseconds of an instant */
export function comparable(value: unknown): unknown {
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
