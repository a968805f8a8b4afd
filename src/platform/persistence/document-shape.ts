/**
 * The shape that a stored document must have for its readers: a value of a kind, a list of such, an object with such
 * fields. A field whose name ends in `?` may be missing; other fields may be present.
 */
export type DocumentShape =
  | 'text'
  | 'number'
  | 'flag'
  | 'object'
  | 'list'
  | 'any'
  /** Nothing, or an object: a note that is crossed out by `null`. */
  | 'note'
  | readonly [DocumentShape]
  | { readonly [field: string]: DocumentShape };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kinds = {
  text: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  flag: (value: unknown) => typeof value === 'boolean',
  object: isObject,
  list: Array.isArray,
  any: () => true,
  note: (value: unknown) => value === null || isObject(value),
};

const isList = (shape: object): shape is readonly [DocumentShape] => Array.isArray(shape);

/** @returns the first place where a document is not of its shape, and what belongs there; undefined: it is */
export function violationOf(document: unknown, shape: DocumentShape, path = '$'): string | undefined {
  if (typeof shape === 'string')
    return kinds[shape](document) ? undefined : `${path} is not of type ${shape}`;
  if (isList(shape)) {
    if (!Array.isArray(document)) return `${path} is not of type list`;
    for (const [n, element] of document.entries()) {
      const violation = violationOf(element, shape[0], `${path}[${n}]`);
      if (violation !== undefined) return violation;
    }
    return undefined;
  }
  if (!isObject(document)) return `${path} is not of type object`;
  for (const [field, of] of Object.entries(shape)) {
    const name = field.replace(/\?$/, '');
    if (document[name] === undefined && name !== field) continue;
    const violation = violationOf(document[name], of, `${path}.${name}`);
    if (violation !== undefined) return violation;
  }
  return undefined;
}
