import { Type, type TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { InvalidInput, type Problem } from '../../src/platform/problems.ts';
import {
  closed,
  flag,
  number,
  oneOf,
  pairOf,
  record,
  slug,
  text,
  texts,
  uuid,
  whole,
  wholeFrom,
} from '../../src/platform/validation/fields.ts';
import { checked, problemsIn } from '../../src/platform/validation/validator.ts';

const optional = Type.Optional;
const at = (path: string, message: string, value?: unknown): Problem =>
  value === undefined ? { path, message } : { path, value, message };

const rows: [name: string, schema: TSchema, value: unknown, problems: Problem[]][] = [
  ['text', text, '', [at('$', 'must be a text', '')]],
  ['text of another type', text, 7, [at('$', 'must be a text', 7)]],
  ['UUID', uuid, '7c9e6679', [at('$', 'must be a UUID', '7c9e6679')]],
  ['slug', slug, 'Big Name', [at('$', 'must be small letters, digits and hyphens', 'Big Name')]],
  ['flag', flag, 'yes', [at('$', 'must be true or false', 'yes')]],
  ['number', number, Number.NaN, [at('$', 'must be a number', Number.NaN)]],
  ['choice', oneOf('a', 'b'), 'c', [at('$', 'must be one of a, b', 'c')]],
  ['choice of numbers', oneOf(1, 2), '1', [at('$', 'must be one of 1, 2', '1')]],
  ['whole number', wholeFrom(1, 9), 1.5, [at('$', 'must be a whole number from 1 to 9', 1.5)]],
  ['whole number without an end', wholeFrom(1), 0, [at('$', 'must be a whole number from 1', 0)]],
  ['list of texts', texts, ['a', 5], [at('$', 'must be a list of texts', ['a', 5])]],
  ['object', record, [], [at('$', 'must be an object', [])]],
  [
    'list of pairs',
    whole(Type.Array(pairOf(text)), 'a list of pairs'),
    [['a', 'b'], ['c']],
    [at('$', 'must be a list of pairs', [['a', 'b'], ['c']])],
  ],
  ['missing key', closed({ name: text }), {}, [at('$.name', 'missing; must be a text')]],
  [
    'missing object with members of its own',
    closed({ name: closed({ short: text, full: optional(text) }) }),
    {},
    [at('$.name.short', 'missing; must be a text')],
  ],
  [
    'unknown key',
    closed({ name: optional(text), id: optional(uuid) }),
    { nmae: 'x' },
    [at('$.nmae', "unknown key 'nmae'; allowed: name, id", 'x')],
  ],
  ['unknown key of an empty object', closed({}), { a: 1 }, [at('$.a', "unknown key 'a'; allowed: none", 1)]],
  [
    'misspelt key before the one that is missing for it',
    closed({ id: optional(number), name: text }),
    { nmae: 'x', id: 'y' },
    [
      at('$.nmae', "unknown key 'nmae'; allowed: id, name", 'x'),
      at('$.name', 'missing; must be a text'),
      at('$.id', 'must be a number', 'y'),
    ],
  ],
  [
    'key of an element of a list',
    closed({ rows: Type.Array(closed({ id: wholeFrom(1) })) }),
    { rows: [{ id: 1 }, { id: 0 }] },
    [at('$.rows[1].id', 'must be a whole number from 1', 0)],
  ],
  [
    'key with a character that JSON Pointer escapes',
    closed({ 'a/b~c': flag }),
    { 'a/b~c': 1 },
    [at('$.a/b~c', 'must be true or false', 1)],
  ],
  [
    'alternatives that are described as one',
    whole(Type.Union([text, closed({ min: number })]), 'a text or {min}'),
    { min: 'x' },
    [at('$', 'must be a text or {min}', { min: 'x' })],
  ],
  [
    'key that every object inherits',
    closed({}),
    JSON.parse('{"__proto__": 1}'),
    [at('$.__proto__', "unknown key '__proto__'; allowed: none", 1)],
  ],
];

describe('a value that its schema does not allow', () => {
  it.each(rows)('is refused: %s', (_name, schema, value, problems) => {
    expect(problemsIn(schema, value)).toEqual(problems);
  });

  it('is named with the file that it stands in', () => {
    expect(problemsIn(closed({ port: number }), { port: 'x' }, 'emulator.yaml: $')).toEqual([
      at('emulator.yaml: $.port', 'must be a number', 'x'),
    ]);
  });

  it('is thrown with all problems at once', () => {
    const check = () => checked(closed({ a: flag, b: flag }), { a: 1, b: 2 });
    expect(check).toThrow(InvalidInput);
    expect(check).toThrow('$.a: must be true or false; $.b: must be true or false');
  });
});

it('a value that its schema allows comes back as it is', () => {
  const value = { name: 'x', id: undefined };
  expect(checked(closed({ name: text, id: optional(number) }), value)).toBe(value);
});
