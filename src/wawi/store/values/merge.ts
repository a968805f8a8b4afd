type Fields = Record<string, unknown>;

type Leaf = string | number | boolean | null | undefined | readonly unknown[];

/** The result of a PATCH: any field may have been cleared, also required ones. */
export type Merged<T> = T extends Leaf ? T : { [K in keyof T]?: Merged<T[K]> };

/**
 * Applies a PATCH: absent fields stay, null clears, nested objects are changed field by field, lists are replaced as a
 * whole (platform.md section 12; fidelity row `patch-lists`). The result may lack required fields; see {@link
 * completed}.
 * @param current the entity or part as it is
 * @param change the draft that a request was read into
 * @returns a new object; neither argument is changed
 */
export function merge<T extends object>(current: T, change: object): Merged<T> {
  const result: Fields = { ...(current as Fields) };
  for (const [key, value] of Object.entries(change)) {
    const before = result[key];
    if (value === null) delete result[key];
    else if (isObject(before) && isObject(value)) result[key] = merge(before, value);
    else if (value !== undefined) result[key] = withoutNulls(value);
  }
  return result as Merged<T>;
}

/**
 * Merges given values over fallback values: those of a new entity, or those that a change cannot clear. Null and absent
 * values do not count; nested objects are completed field by field, lists are taken as a whole.
 * @param fallback a value for each required field
 * @param given the known values
 * @returns a new object; neither argument is changed
 */
export function completed<T extends object>(fallback: T, given: object): T {
  const result: Fields = { ...(fallback as Fields) };
  for (const [key, value] of Object.entries(given)) {
    const before = result[key];
    if (value === null || value === undefined) continue;
    result[key] = isObject(before) && isObject(value) ? completed(before, value) : withoutNulls(value);
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

/** @returns some fields of an object, such as those that a change of it cannot clear */
export function only<T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(
    fields.filter((field) => field in value).map((field) => [field, value[field]]),
  ) as Pick<T, K>;
}
