import type { Request } from 'express';
import type { Static, TObject } from 'typebox';
import { InvalidInput } from '../platform/problems.ts';
import { problemsIn } from '../platform/validation/validator.ts';

/**
 * Checks the query of a request of the control API.
 * @param schema of all parameters
 * @param query as express parses it
 * @returns the given parameters; whole numbers as numbers
 * @throws InvalidInput with every parameter that is unknown, given twice or wrong
 */
export function readQuery<T extends TObject>(schema: T, query: Request['query']): Static<T> {
  const given = Object.entries(query);
  const repeated = given.filter(([, value]) => typeof value !== 'string');
  const single = given.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const values = Object.fromEntries(single.map(([name, value]) => [name, valueOf(schema, name, value)]));
  const problems = [
    ...repeated.map(([name, value]) => ({
      path: `?${name}`,
      value,
      message: 'is given more than once; give it once',
    })),
    ...problemsIn(schema, values).map(({ path, message }) => {
      const name = path.slice('$.'.length);
      return { path: `?${name}`, value: query[name], message };
    }),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return values as Static<T>;
}

function valueOf(schema: TObject, name: string, value: string): string | number {
  const isWhole = (schema.properties[name] as { type?: string } | undefined)?.type === 'integer';
  return isWhole && /^\d+$/.test(value) ? Number(value) : value;
}
