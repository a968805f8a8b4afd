type Fields = Record<string, unknown>;

/**
 * Applies a PATCH: absent fields stay, null clears, nested objects are changed field by field, lists are replaced whole
 * (platform.md section 12; fidelity row `patch-lists`).
 * @param current the entity or part as it is
 * @param change the draft a request was read into
 * @returns a new object; neither argument is touched
 */
export function merge<T extends object>(current: T, change: object): T {
  const result: Fields = { ...(current as Fields) };
  for (const [key, value] of Object.entries(change)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (isObject(before) && isObject(value)) result[key] = merge(before, value);
    else if (value !== undefined) result[key] = withoutNulls(value);
  }
  return result as T;
}

/** @returns a value with every null in it left out, as a new entity keeps no cleared fields */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([key, field]) => [key, withoutNulls(field)]),
  ) as T;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns a copy of an object that lacks some of its fields */
export function without<T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> {
  const result = { ...value };
  for (const field of fields) Reflect.deleteProperty(result, field);
  return result;
}
