import type { RestContract } from '../../contract/contract.ts';
import type { TypeNode } from '../../contract/types.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const int32 = { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 };

/** The range of .NET's decimal. */
const decimal = { type: 'number', minimum: -7.922816251426433e28, maximum: 7.922816251426433e28 };

const scalarSchemas: Readonly<Record<string, JsonSchema>> = {
  string: { type: 'string' },
  int32,
  int64: { type: 'integer' },
  decimal,
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  'date-time': { type: 'string', format: 'net-date-time' },
  duration: { type: 'string', format: 'net-time-span' },
  uri: { type: 'string', format: 'uri' },
  guid: { type: 'string', format: 'uuid' },
  byte: { type: 'string', format: 'base64' },
  binary: { type: 'string' },
  object: {},
};

/** Lists that some versions call a text; working clients write either. */
const textLists: ReadonlySet<string> = new Set(['ActiveSalesChannels']);

/**
 * The JSON Schema of a request body of the type. Only members that the contract marks required must be present and not
 * null; the caller checks unknown properties.
 * @param definitions filled with the schemas the result refers to, by name
 */
export function bodySchema(
  contract: RestContract,
  type: TypeNode,
  definitions: Record<string, JsonSchema> = {},
): JsonSchema {
  switch (type.kind) {
    case 'key':
      return { type: 'string' };
    case 'enum':
      return { enum: [...type.values.keys()] };
    case 'list':
      return { type: 'array', items: bodySchema(contract, type.of, definitions) };
    case 'page':
      return { type: 'object' };
    case 'map':
      return { type: 'object', additionalProperties: bodySchema(contract, type.of, definitions) };
    case 'scalar': {
      const schema = scalarSchemas[type.name] ?? {};
      return {
        ...schema,
        ...(type.min === undefined ? {} : { minLength: type.min }),
        ...(type.max === undefined ? {} : { maxLength: type.max }),
        ...(type.range ? { minimum: type.range[0], maximum: type.range[1] } : {}),
      };
    }
    case 'schema': {
      if (!(type.name in definitions)) {
        definitions[type.name] = {};
        definitions[type.name] = definition(contract, type.name, definitions);
      }
      return { $ref: `#/definitions/${encodeURIComponent(type.name)}` };
    }
  }
}

function definition(
  contract: RestContract,
  name: string,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const values = contract.enumValues(name);
  if (values) return { enum: [...values.keys()] };
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of contract.object(name).properties) {
    if (property.readOnly) continue;
    const schema = textLists.has(property.name)
      ? { type: ['string', 'array'], items: { type: 'string' } }
      : bodySchema(contract, property.type, definitions);
    properties[property.name] = property.required ? schema : { anyOf: [{ type: 'null' }, schema] };
    if (property.required) required.push(property.name);
  }
  return { type: 'object', properties, required };
}
