import fc, { type Arbitrary } from 'fast-check';
import { packed } from './keys-in-document.ts';

/** A schema object of an OpenAPI 3.0 document. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  description?: string;
  maxLength?: number;
  nullable?: boolean;
  readOnly?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
}

/** How the values are to be: as documented, or anything now and then. */
export type Temper = 'valid' | 'hostile';

/** Texts that JSON can carry and JavaScript cannot write; they replace their names in the text. */
export const rawTexts: Readonly<Record<string, string>> = {
  '@huge@': '1e400',
  '@deep@': '0.1234567890123456789012345678901234567890',
  '@long@': '123456789012345678901234567890',
  '@lists@': '['.repeat(20_000) + ']'.repeat(20_000),
  '@objects@': '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000),
};

/** Below this, optional properties are left out, so that schemas which contain themselves come to an end. */
const maxDepth = 4;

const anyText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    'ÄÖÜß €',
    '👩‍👩‍👧',
    '\u0000',
    '\u202e',
    "'; DROP TABLE tArtikel; --",
    '<script>',
    '%00',
    '../..',
    'null',
  ),
  fc.integer({ min: 1, max: 3000 }).map((length) => 'x'.repeat(length)),
);

const anyNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 63), 1e308, -1e308, 1e-320),
);

/** Lists in lists or objects in objects, deeper than any schema. */
const nest = fc
  .tuple(fc.constantFrom(10, 100, 500), fc.boolean())
  .map(([depth, isList]) => ({ nest: depth, isList }))
  .map(({ nest: depth, isList }) => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level++) value = isList ? [value] : { a: value };
    return value;
  });

/** The limits of the contract's types: the first and the last value of each. */
const edges = {
  integers: [0, -1, 2 ** 31 - 1, -(2 ** 31)],
  numbers: [0, -1, 0.000_001, 2 ** 31, 7.9e28, -7.9e28],
  dates: ['0001-01-01T00:00:00Z', '0001-01-02T00:00:00Z', '1970-01-01', '9999-12-31T23:59:59.999Z'],
  durations: ['00:00:00', '-00:15:00', '10675199.02:48:05', '-10675199.02:48:05', 'P10675199D'],
} as const;

/** @returns mostly the usual; an edge now and then, seldom enough for requests to be taken */
function usuallyOf<T>(usual: Arbitrary<T>, edge: readonly T[]): Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 12 }, { arbitrary: fc.constantFrom(...edge), weight: 1 });
}

/** Values that fit no schema in particular. */
export const anything: Arbitrary<unknown> = fc.oneof(
  { arbitrary: anyText, weight: 4 },
  { arbitrary: anyNumber, weight: 4 },
  {
    arbitrary: fc.constantFrom(null, true, false, [], {}, [null], { '': null }, { __proto__x: 1 }),
    weight: 2,
  },
  { arbitrary: fc.constantFrom(...Object.keys(rawTexts)), weight: 1 },
  { arbitrary: fc.anything({ maxDepth: 3 }).map((value) => plain(value)), weight: 2 },
  { arbitrary: nest, weight: 1 },
);

/** A value after a round trip through JSON. */
function plain(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Makes arbitraries from the schemas of a document. */
export class SchemaArbitraries {
  constructor(private readonly components: Readonly<Record<string, Schema>>) {}

  /** @returns values of the schema; hostile ones are anything in places */
  of(schema: Schema, temper: Temper, depth = 0): Arbitrary<unknown> {
    const fitting = this.#fitting(schema, temper, depth);
    const usual = schema.nullable ? fc.option(fitting, { freq: 8 }) : fitting;
    return temper === 'valid'
      ? usual
      : fc.oneof({ arbitrary: usual, weight: 8 }, { arbitrary: anything, weight: 1 });
  }

  #fitting(schema: Schema, temper: Temper, depth: number): Arbitrary<unknown> {
    if (schema.$ref !== undefined) {
      const named = this.components[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
      return this.#fitting(named ?? {}, temper, depth);
    }
    const [whole] = schema.allOf ?? [];
    if (whole) return this.#fitting(whole, temper, depth);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'object':
        return this.#object(schema, temper, depth);
      case 'array':
        return fc.array(this.of(schema.items ?? {}, temper, depth + 1), { maxLength: depth > 2 ? 1 : 3 });
      case 'integer':
        return usuallyOf(
          fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 500 })),
          edges.integers,
        );
      case 'number':
        return usuallyOf(
          fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 1000, noNaN: true })),
          edges.numbers,
        );
      case 'boolean':
        return fc.boolean();
      case 'string':
        return text(schema);
      default:
        return fc.oneof(fc.string({ maxLength: 10 }), fc.integer(), fc.boolean());
    }
  }

  #object(schema: Schema, temper: Temper, depth: number): Arbitrary<unknown> {
    const required = new Set(schema.required);
    const properties = Object.entries(schema.properties ?? {}).filter(
      ([name, property]) => !property.readOnly && (required.has(name) || depth < maxDepth),
    );
    const values = Object.fromEntries(
      properties.map(([name, property]) => [name, fc.noShrink(this.of(property, temper, depth + 1))]),
    );
    const optional = temper === 'hostile' ? {} : { requiredKeys: [...required] as never[] };
    return fc.record(values, optional);
  }
}

function text(schema: Schema): Arbitrary<unknown> {
  switch (schema.format) {
    case 'uuid':
      return fc.integer({ min: 1, max: 30 }).map((id) => packed(schema.description, id));
    case 'date-time':
      return usuallyOf(
        fc
          .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
        edges.dates,
      );
    case 'byte':
      return fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('base64'));
    case 'uri':
      return fc.webUrl();
    case 'duration':
      return usuallyOf(fc.constantFrom('00:15:00', '01:00:00'), edges.durations);
    default:
      return fc.oneof(
        fc.constantFrom('DE', 'EN', 'EUR', '2-1-1', '2-2-1'),
        fc.string({ maxLength: Math.min(schema.maxLength ?? 20, 20) }),
      );
  }
}
