import type { ErrorObject } from 'ajv';
import type { Problem } from '../problems.ts';

/** The members of a schema that refusals quote. */
interface DescribedSchema {
  expected?: string;
  required?: readonly string[];
  properties?: Readonly<Record<string, DescribedSchema>>;
}

/**
 * Turns ajv's errors into the problems of the control API. A schema's `expected` completes the sentence "must be ...".
 * @param errors of a validator that was compiled with `verbose`
 * @param at the path of the checked value: `$`, or a file and a path
 */
export function problemsOf(errors: readonly ErrorObject[], at: string): Problem[] {
  const wholes = errors.filter((error) => isAlternative(error) && expectedOf(error) !== undefined);
  const shown = errors.filter((error) => isShown(error, wholes));
  const problems = unknownKeysFirst(shown).flatMap((error) => problemsOfError(error, at));
  // A text that is both too short and not of its pattern is one problem.
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()];
}

function isAlternative({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

/** For a value that matches no alternative, either the whole is described, or the problem of each alternative. */
function isShown(error: ErrorObject, wholes: readonly ErrorObject[]): boolean {
  if (isAlternative(error)) return wholes.includes(error);
  // Its branch has an error of its own.
  if (error.keyword === 'if') return false;
  return !wholes.some(
    (whole) =>
      error.schemaPath.startsWith(`${whole.schemaPath}/`) &&
      error.instancePath.startsWith(whole.instancePath),
  );
}

/** ajv lists an object's missing keys before its unknown ones; a misspelt key should come before the missing one. */
function unknownKeysFirst(errors: readonly ErrorObject[]): ErrorObject[] {
  const ranks: Record<string, number> = { additionalProperties: 0, required: 1 };
  const firstOf = new Map<string, number>();
  const placed = errors.map((error, n) => {
    const rank = ranks[error.keyword];
    if (rank === undefined) return { error, place: n, rank: 2 };
    const place = firstOf.get(error.instancePath) ?? n;
    firstOf.set(error.instancePath, place);
    return { error, place, rank };
  });
  return placed.sort((a, b) => a.place - b.place || a.rank - b.rank).map(({ error }) => error);
}

function problemsOfError(error: ErrorObject, at: string): Problem[] {
  const place = `${at}${jsonPath(error.instancePath)}`;
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const allowed = Object.keys(propertiesOf(error)).join(', ') || 'none';
      const value = (error.data as Record<string, unknown>)[key];
      return [{ path: `${place}.${key}`, value, message: `unknown key '${key}'; allowed: ${allowed}` }];
    }
    case 'required': {
      const key = String(params['missingProperty']);
      return missing(`${place}.${key}`, propertiesOf(error)[key] ?? {});
    }
    default:
      return [{ path: place, value: error.data, message: `must be ${expectedOf(error) ?? usualOf(error)}` }];
  }
}

/** @returns one problem per required member if a whole object is missing */
function missing(path: string, { expected, required = [], properties = {} }: DescribedSchema): Problem[] {
  if (required.length > 0) return required.flatMap((key) => missing(`${path}.${key}`, properties[key] ?? {}));
  return [{ path, message: expected === undefined ? 'missing' : `missing; must be ${expected}` }];
}

/** The expectation of a schema without its own text. */
function usualOf({ keyword, params, message }: ErrorObject): string {
  const { allowedValues } = params as { allowedValues?: unknown[] };
  if (keyword === 'enum' && allowedValues !== undefined) return `one of ${allowedValues.join(', ')}`;
  return message?.replace(/^must (?:be )?/, '') ?? 'valid';
}

function propertiesOf(error: ErrorObject): Readonly<Record<string, DescribedSchema>> {
  return (error.parentSchema as DescribedSchema | undefined)?.properties ?? {};
}

function expectedOf(error: ErrorObject): string | undefined {
  return error.parentSchema?.['expected'] as string | undefined;
}

/** `/apps/0/id` -> `.apps[0].id` */
function jsonPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) =>
      /^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('');
}
