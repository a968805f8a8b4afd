import type { OpenApiSchema } from './openapi-schema.ts';
import type { Property, RestContract } from './contract.ts';
import type { GraphqlContractData } from './graphql-contract.ts';
import { keyPrefix } from './keys.ts';
import { OpenApiShapes, orNull } from './openapi-shapes.ts';
import type { TypeNode } from './types.ts';
import { wireNameOf } from './wire-names.ts';

/** Requests say what must be given; answers say what is always there. */
type Use = 'request' | 'answer';

const scalarSchemas: Readonly<Record<string, OpenApiSchema>> = {
  string: { type: 'string' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  decimal: { type: 'number', format: 'decimal' },
  double: { type: 'number', format: 'double' },
  boolean: { type: 'boolean' },
  'date-time': { type: 'string', format: 'date-time' },
  duration: {
    type: 'string',
    pattern: '^-?(\\d{1,8}\\.)?\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?$',
    description: 'A TimeSpan as .NET writes it: `[d.]hh:mm[:ss[.fffffff]]`.',
    example: '00:15:00',
  },
  uri: { type: 'string', format: 'uri' },
  guid: { type: 'string', format: 'uuid' },
  byte: { type: 'string', format: 'byte' },
  binary: { type: 'string', format: 'binary' },
  object: {},
};

/** A member of refusals in both versions that is always null (platform.md section 5). */
const alwaysThere = 'Stacktrace';

/** Builds the component schemas of one contract as they are asked for. */
export class OpenApiSchemas {
  readonly components: Record<string, OpenApiSchema> = {};
  readonly #wireName: (name: string) => string;
  readonly #shapes: OpenApiShapes;

  /** @param graphql the types whose shape some operations answer in */
  constructor(
    private readonly contract: RestContract,
    graphql: GraphqlContractData,
  ) {
    this.#wireName = wireNameOf(contract.version);
    this.#shapes = new OpenApiShapes(graphql, this.components);
  }

  /** @returns the schema of an answer in the shape of a GraphQL type, or of such rows */
  shaped(type: string, rows?: 'list' | 'page'): OpenApiSchema {
    const one = this.#shapes.of(type);
    if (rows === 'page') return this.#page(type, () => one);
    return rows === 'list' ? { type: 'array', items: one } : one;
  }

  /** @returns the schema of a type, named ones by reference */
  of(type: TypeNode, use: Use): OpenApiSchema {
    switch (type.kind) {
      case 'scalar': {
        const schema = scalarSchemas[type.name] ?? {};
        return type.max === undefined ? { ...schema } : { ...schema, maxLength: type.max };
      }
      case 'key':
        return this.#named(type.key, () => keySchema(type.key));
      case 'enum':
        return enumSchema(type.values);
      case 'list':
        return { type: 'array', items: this.of(type.of, use) };
      case 'map':
        return { type: 'object', additionalProperties: this.of(type.of, use) };
      case 'page':
        return this.#page(type.of.kind === 'schema' ? type.of.name : type.of.kind, () =>
          this.of(type.of, use),
        );
      case 'schema': {
        const values = this.contract.enumValues(type.name);
        return this.#named(type.name, () => (values ? enumSchema(values) : this.#object(type.name, use)));
      }
    }
  }

  /** A name is taken before its schema is built, because schemas may contain themselves. */
  #named(name: string, build: () => OpenApiSchema): OpenApiSchema {
    if (!(name in this.components)) {
      this.components[name] = {};
      this.components[name] = build();
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #object(name: string, use: Use): OpenApiSchema {
    const { properties } = this.contract.object(name);
    const required = properties
      .filter((property) => this.#isRequired(property, use))
      .map((property) => this.#wireName(property.name));
    return {
      type: 'object',
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(
        properties.map((property) => [this.#wireName(property.name), this.#property(property, use)]),
      ),
    };
  }

  #property(property: Property, use: Use): OpenApiSchema {
    const sendsNull = this.contract.version === 'v2' || property.name === alwaysThere;
    const inAnswer = property.nullable ?? (sendsNull && mayBeEmpty(property));
    const nullable = use === 'answer' ? inAnswer : !property.required;
    const schema = nullable ? this.#orNull(property.type, use) : this.of(property.type, use);
    if (!property.readOnly) return schema;
    // OpenAPI 3.0 ignores what stands beside a `$ref`.
    return { ...('$ref' in schema ? { allOf: [schema] } : schema), readOnly: true };
  }

  #orNull(type: TypeNode, use: Use): OpenApiSchema {
    const schema = type.kind === 'key' ? keySchema(type.key) : this.of(type, use);
    // A schema without a type takes null as it is.
    if (Object.keys(schema).length === 0) return schema;
    if (!('$ref' in schema)) return { ...schema, ...withNull(schema), nullable: true };
    return orNull(schema);
  }

  /** v1 leaves empty fields out of answers, v2 sends them as null (platform.md section 5). */
  #isRequired(property: Property, use: Use): boolean {
    if (use === 'request') return property.required;
    return this.contract.version === 'v2' || !mayBeEmpty(property);
  }

  #page(element: string, rowSchema: () => OpenApiSchema): OpenApiSchema {
    return this.#named(`PagedListOf${element}`, () => {
      const count = { type: 'integer', format: 'int32' };
      const fields: Record<string, OpenApiSchema> = {
        TotalItems: count,
        PageNumber: count,
        PageSize: count,
        Items: { type: 'array', items: rowSchema() },
        TotalPages: count,
        HasPreviousPage: { type: 'boolean' },
        HasNextPage: { type: 'boolean' },
        NextPageNumber: { ...count, nullable: true },
        PreviousPageNumber: { ...count, nullable: true },
      };
      const properties = Object.fromEntries(
        Object.entries(fields).map(([field, schema]) => [this.#wireName(field), schema]),
      );
      return { type: 'object', required: Object.keys(properties), properties };
    });
  }
}

/** @returns whether an answer may lack a value there: anything but lists, switches and the entity's own id */
function mayBeEmpty(property: Property): boolean {
  const { type, name } = property;
  return !(type.kind === 'list' || (type.kind === 'scalar' && type.name === 'boolean') || name === 'Id');
}

function keySchema(key: string): OpenApiSchema {
  return {
    type: 'string',
    format: 'uuid',
    description: `Packed ${key}: starts with ${keyPrefix(key)}, then the int32 in little endian.`,
  };
}

/** An `enum` takes null only if it lists it. */
function withNull({ enum: values }: OpenApiSchema): OpenApiSchema {
  return Array.isArray(values) ? { enum: [...(values as unknown[]), null] } : {};
}

function enumSchema(values: ReadonlyMap<number, string>): OpenApiSchema {
  return {
    type: 'integer',
    format: 'int32',
    enum: [...values.keys()],
    'x-enum-varnames': [...values.values()],
    description: [...values].map(([value, name]) => `${value} = ${name}`).join(', '),
  };
}
