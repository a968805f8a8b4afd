import { Type } from 'typebox';
import { closed, wholeFrom } from '../../../platform/validation/fields.ts';
import { definitions } from '../../store/fields.ts';
import { entitySchemas } from '../entity-schemas.ts';

// A tenant's data as `tenants/<slug>.yaml` and seeds write it. fixtures/tenant.schema.json, by which they are checked, is
// made from it (test/fixtures/schemas-for-editors.test.ts).

const optional = Type.Optional;

export const generateRequest = closed(
  {
    /** The same seed gives the same data on every run. */
    seed: Type.Integer({ expected: 'a whole number' }),
    /** The day the data leads up to, ISO 8601 date; fixed, so that dates do not move either. */
    until: Type.String({
      pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
      description: 'The day the history leads up to.',
      expected: 'a date such as 2026-06-30',
    }),
    items: optional(wholeFrom(0)),
    customers: optional(wholeFrom(0)),
    salesOrders: optional(wholeFrom(0)),
  },
  { description: 'Data to make up; the same seed gives the same data on every run.' },
);

const kinds = Object.entries(entitySchemas);

export const tenantDocument = closed(
  {
    generate: optional(generateRequest),
    entities: optional(
      Type.Unsafe<Record<string, Record<string, unknown>[]>>({
        type: 'object',
        description: 'Entities by kind, each as far as the author cares to say.',
        properties: Object.fromEntries(kinds.map(([kind]) => [kind, rowsOf(kind)])),
        additionalProperties: false,
        expected: 'an object with lists of entities by kind',
      }),
    ),
  },
  {
    title: "A tenant's ERP data",
    definitions: {
      ...definitions,
      entities: Object.fromEntries(kinds.map(([kind, schema]) => [kind, inPart(schema)])),
    },
  },
);

function rowsOf(kind: string): object {
  return {
    type: 'array',
    items: { $ref: `#/definitions/entities/${kind}` },
    expected: 'a list of objects',
  };
}

/** Fixtures say as much of an entity as their author cares to. */
function inPart(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inPart);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(
    ([name, value]) => name !== 'required' || !Array.isArray(value),
  );
  return Object.fromEntries(members.map(([name, value]) => [name, inPart(value)]));
}
