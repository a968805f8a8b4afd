import { InvalidInput, type Problem } from '../platform/problems.ts';

/** What a field of a request body may hold. */
export interface FieldRule<T, Required extends boolean = false> {
  required: Required;
  accepts: (value: unknown) => boolean;
  /** What would be right, for the refusal. */
  expected: string;
  /** Carries the type; never set. */
  type?: T;
}

/** The rules of a body, by key. */
type Rules = Record<string, FieldRule<unknown, boolean>>;

/** What a body holds once its rules accept it. */
export type FieldValues<R extends Rules> = {
  [K in keyof R as R[K]['required'] extends true ? K : never]: NonNullable<R[K]['type']>;
} & { [K in keyof R as R[K]['required'] extends true ? never : K]?: NonNullable<R[K]['type']> };

/** @param expected completes the sentence "must be ..." */
export const rule = <T>(expected: string, accepts: (value: unknown) => boolean): FieldRule<T> => ({
  required: false,
  expected,
  accepts,
});

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const text = rule<string>('a text', isText);
export const uuid = rule<string>('a UUID', (value) => isText(value) && uuidPattern.test(value));
export const slug = rule<string>(
  'small letters, digits and hyphens',
  (value) => isText(value) && /^[a-z0-9][a-z0-9-]*$/.test(value),
);
export const boolean = rule<boolean>('true or false', (value) => typeof value === 'boolean');
export const number = rule<number>(
  'a number',
  (value) => typeof value === 'number' && Number.isFinite(value),
);
export const texts = rule<string[]>(
  'a list of texts',
  (value) => Array.isArray(value) && value.every(isText),
);
export const record = rule<Record<string, unknown>>('an object', isRecord);
export const anything = rule<unknown>('any value', () => true);

/** @returns a rule for one of the given texts */
export function oneOf<const T extends string>(...allowed: readonly T[]): FieldRule<T> {
  return rule<T>(`one of ${allowed.join(', ')}`, (value) => allowed.includes(value as T));
}

/** @returns the rule for a field that must be there */
export function required<T>(optional: FieldRule<T>): FieldRule<T, true> {
  return { ...optional, required: true };
}

/**
 * Checks a request body of the control API.
 * @param body the parsed JSON; an absent body counts as `{}`
 * @throws InvalidInput with every unknown key, missing field and wrong value at once
 */
export function readFields<R extends Rules>(body: unknown, rules: R): FieldValues<R> {
  const given = body ?? {};
  if (!isRecord(given))
    throw new InvalidInput([{ path: '$', value: body, message: 'must be a JSON object' }]);
  const problems: Problem[] = Object.keys(given)
    .filter((key) => !Object.hasOwn(rules, key))
    .map((key) => ({
      path: `$.${key}`,
      value: given[key],
      message: `unknown key '${key}'; allowed: ${Object.keys(rules).join(', ') || 'none'}`,
    }));
  for (const [key, field] of Object.entries(rules)) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined || value === null) {
      if (field.required) problems.push({ path: `$.${key}`, message: `missing; must be ${field.expected}` });
    } else if (!field.accepts(value)) {
      problems.push({ path: `$.${key}`, value, message: `must be ${field.expected}` });
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as FieldValues<R>;
}
