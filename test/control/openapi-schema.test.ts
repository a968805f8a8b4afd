import { expect, it } from 'vitest';
import { openApiSchema } from '../../src/control/documents/openapi-schema.ts';

it.each([
  ['a constant', { const: true, expected: 'true' }, { enum: [true] }],
  [
    'an open limit',
    { type: 'number', exclusiveMinimum: 0, maximum: 9 },
    { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9 },
  ],
  [
    'the members of an object, a list and alternatives',
    {
      $id: 'control/probe',
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'array', items: { anyOf: [{ const: 1 }, { type: 'string' }] } } },
      additionalProperties: false,
    },
    {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'array', items: { anyOf: [{ enum: [1] }, { type: 'string' }] } } },
      additionalProperties: false,
    },
  ],
])('a schema in OpenAPI 3.0 has %s in the words of that dialect', (_name, schema, written) => {
  expect(openApiSchema(schema)).toEqual(written);
});
