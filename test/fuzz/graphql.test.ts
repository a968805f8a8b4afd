import fc from 'fast-check';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';
import type { Log } from '../../src/platform/log.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kinds } from '../../src/wawi/areas/index.ts';
import { tryHard } from '../running-properties.ts';

const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const seed = 5850;
const seconds = 12;

/** Everything that a field of the emulator's own failed with; refusals are not among it. */
const defects: unknown[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields) => defects.push(fields),
};

let emulator: RunningEmulator;
let schema: GraphQLSchema;
let token: string;

beforeAll(async () => {
  emulator = await createEmulator({ log });
  const response = await fetch(`${emulator.url}/_emulator/v1/tokens/access`, { method: 'POST' });
  token = ((await response.json()) as { token: string }).token;
  const { data } = (await ask({ query: getIntrospectionQuery() })).body as { data: IntrospectionQuery };
  schema = buildClientSchema(data);
});

afterAll(async () => {
  await emulator.close();
});

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

async function ask(request: Asked): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${emulator.url}/erp/v2/graphql`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': tenant,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: await response.json() };
}

const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 1, -1, 19));
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', 'DE', 'EUR', '2-1-1', 'Kaffee', 'ß', '%', '__proto__', 'x'.repeat(400)),
);
const anyKey = fc.constantFrom(...Object.values(kinds).map(({ key }) => packKey(key, 1)));

/** Values by the name of their place: mostly those that lead further than to a refusal. */
const byName: readonly (readonly [RegExp, fc.Arbitrary<unknown>])[] = [
  [/^(first|last)$/, fc.constantFrom(1, 3, 50, 500, 501, 0, -1)],
  [/^(after|before)$/, fc.constantFrom(null, null, null, 'x')],
  [/saleschannelid|shopid/i, fc.constantFrom('1-1-1', '2-1-1', '2-2-1', 'x')],
  [/currency.*iso/i, fc.constantFrom('EUR', 'USD', '')],
  [/iso$|language/i, fc.constantFrom('DE', 'EN', 'AT', '')],
  [/quantity|amount/i, fc.constantFrom(0, 1, 2, -1, 1e28)],
];

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(-1, 50, 2_147_483_647)),
  Boolean: fc.boolean(),
  DateTime: fc.constantFrom('2026-03-01T09:00:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
};

/** Keys of the kind that a field's name tells, now and then of another, or none at all. */
function keyOf(name: string): fc.Arbitrary<unknown> {
  const wanted = name.replace(/(Id|Key)s?$/, '').toLowerCase();
  const [, kind] = Object.entries(kinds).find(([entity]) => wanted.endsWith(entity.toLowerCase())) ?? [];
  const fitting = kind && fc.constantFrom(...[1, 2, 3, 999].map((id) => packKey(kind.key, id)));
  return fc.oneof({ weight: 8, arbitrary: fitting ?? anyKey }, anyKey, fc.constantFrom('', 'x', '1'));
}

/** Values of an input type: mostly what fits, now and then null, or nothing, wherever the schema allows them. */
function valueOf(type: GraphQLInputType, name: string, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType as GraphQLInputType, name, depth);
  return fc.oneof({ weight: 12, arbitrary: present(type, name, depth) }, fc.constant(null));
}

function present(type: GraphQLInputType, name: string, depth: number): fc.Arbitrary<unknown> {
  if (isListType(type)) {
    const maxLength = depth > 3 ? 0 : 2;
    return fc.array(valueOf(type.ofType as GraphQLInputType, name, depth + 1), { maxLength });
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()), depth);
  const scalar = (type as { name: string }).name;
  if (scalar === 'ID') return keyOf(name);
  const named = byName.find(([pattern]) => pattern.test(name))?.[1];
  const typed = scalars[scalar] ?? (/Decimal|Float|Long|Byte|Short/.test(scalar) ? number : text);
  return named === undefined ? typed : fc.oneof({ weight: 6, arbitrary: named }, typed);
}

function objectOf(fields: readonly GraphQLInputField[], depth: number): fc.Arbitrary<unknown> {
  if (depth > 4) return fc.constant({});
  const model = fields.map((field) => [field.name, valueOf(field.type, field.name, depth + 1)] as const);
  const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
  return fc.record(Object.fromEntries(model), { requiredKeys: required });
}

/** A value with everything in it, one element to each list. */
function wholeOf(type: GraphQLInputType, name: string, depth = 0): unknown {
  if (isNonNullType(type)) return wholeOf(type.ofType as GraphQLInputType, name, depth);
  if (isListType(type)) return [wholeOf(type.ofType as GraphQLInputType, name, depth + 1)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return wholeScalar(type.name, name);
  if (depth > 7) return {};
  // No item has an image yet that a command could name.
  const fields = Object.values(type.getFields()).filter((field) => !/images/i.test(field.name));
  return Object.fromEntries(fields.map((field) => [field.name, wholeOf(field.type, field.name, depth + 1)]));
}

function wholeScalar(scalar: string, name: string): unknown {
  if (scalar === 'Boolean') return true;
  if (scalar === 'DateTime') return '2026-03-01T09:00:00.000Z';
  // The documentation's prefix stands for every kind of key.
  if (scalar === 'ID')
    return /channel|shop/i.test(name) ? '2-1-1' : packKey('FirmaKey', /salesorder/i.test(name) ? 300 : 1);
  if (scalar !== 'String') return 1;
  if (/currency.*iso/i.test(name)) return 'EUR';
  if (/culture/i.test(name)) return 'de-DE';
  return /iso|language/i.test(name) ? 'DE' : `Muster ${name}`;
}

type Path = readonly (string | number)[];

/** @returns where there is anything in a value */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...parts].flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])]);
}

function withNull(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  const changed = withNull((value as Record<string | number, unknown>)[key], rest);
  if (Array.isArray(value)) return value.map((part, n) => (n === key ? changed : (part as unknown)));
  return { ...(value as object), [key]: changed };
}

/** Leaves, and leaves of what hangs on them: enough to have every resolver of the type asked. */
function selectionOf(type: GraphQLObjectType, depth = 0): string {
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const parts = fields.flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return depth < 2 ? [`${field.name} ${selectionOf(inner as GraphQLObjectType, depth + 1)}`] : [];
  });
  return `{ ${[...parts, '__typename'].join(' ')} }`;
}

function requestOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): fc.Arbitrary<Asked> {
  const { args } = field;
  const values = fc.record(Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg.type, arg.name)])), {
    // A command without its argument goes no further than that.
    requiredKeys: args
      .filter((arg) => isRequiredArgument(arg) || kind === 'mutation')
      .map(({ name: own }) => own),
  });
  return values.map((variables) => asked(kind, field, variables));
}

function asked(
  kind: 'query' | 'mutation',
  { name, type, args }: GraphQLField<unknown, unknown>,
  variables: Record<string, unknown>,
): Asked {
  const named = getNamedType(type);
  const selection = isLeafType(named) ? '' : selectionOf(named as GraphQLObjectType);
  const given = args.filter((arg) => arg.name in variables);
  const join = (of: (arg: GraphQLArgument) => string): string =>
    given.length === 0 ? '' : `(${given.map(of).join(', ')})`;
  const head = `${kind} ${join((arg) => `$${arg.name}: ${String(arg.type)}`)}`;
  return {
    query: `${head} { ${name}${join((arg) => `${arg.name}: $${arg.name}`)} ${selection} }`,
    variables,
  };
}

describe.each(['query', 'mutation'] as const)('any request in a %s', (kind) => {
  it(
    'is answered, and breaks no field',
    async () => {
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      const requests = Object.values(root!.getFields()).map((field) => requestOf(kind, field));
      let done = 0;
      await tryHard(
        fc.asyncProperty(fc.oneof(...requests), async (request) => {
          if (kind === 'mutation' && done++ % 20 === 0) await emulator.control.reset();
          defects.length = 0;
          const { status, body } = await ask(request);
          expect(defects).toEqual([]);
          expect([200, 400]).toContain(status);
          expect(body).toEqual(expect.toSatisfy((one: object) => 'data' in one || 'errors' in one));
        }),
        { seed, least: 300, time: seconds * 1000 },
      );
    },
    (seconds + 300) * 1000,
  );
});

describe('null anywhere in a command', () => {
  it('is taken or refused, and breaks no field', async () => {
    defects.length = 0;
    for (const field of Object.values(schema.getMutationType()!.getFields())) {
      await emulator.control.reset();
      const whole = Object.fromEntries(field.args.map((arg) => [arg.name, wholeOf(arg.type, arg.name)]));
      for (const path of [[], ...pathsOf(whole)]) {
        const variables = (path.length === 0 ? whole : withNull(whole, path)) as Record<string, unknown>;
        await ask(asked('mutation', field, variables));
        expect(defects, `${field.name} ${path.join('.')}`).toEqual([]);
      }
    }
  }, 300_000);
});
