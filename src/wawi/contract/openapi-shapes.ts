import { parseGraphqlType, type GraphqlContractData } from './graphql-contract.ts';
import type { OpenApiSchema } from './openapi-schema.ts';

const scalars: Readonly<Record<string, OpenApiSchema>> = {
  Boolean: { type: 'boolean' },
  Byte: { type: 'integer', format: 'int32' },
  DateTime: { type: 'string', format: 'date-time' },
  Decimal: { type: 'number', format: 'decimal' },
  Float: { type: 'number', format: 'double' },
  Int: { type: 'integer', format: 'int32' },
  Long: { type: 'integer', format: 'int64' },
};

/**
 * Describes the GraphQL types that some operations of REST v2 answer in (see `graphqlShapes`): every field is there, and
 * enums are numbers.
 */
export class OpenApiShapes {
  constructor(
    private readonly contract: GraphqlContractData,
    private readonly components: Record<string, OpenApiSchema>,
  ) {}

  /** @returns the schema of an object type, by reference; it and those it leads to are among the components from then on */
  of(type: string): OpenApiSchema {
    const name = `GraphQL.${type}`;
    if (!(name in this.components)) {
      // Taken before it is built, because types may contain themselves.
      this.components[name] = {};
      const fields = Object.entries(this.contract.types[type] ?? {}).flatMap(([field, row]) =>
        typeof row === 'string' ? [[field, this.#field(row)] as const] : [],
      );
      this.components[name] = {
        type: 'object',
        required: fields.map(([field]) => field),
        properties: Object.fromEntries(fields),
      };
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #field(expression: string): OpenApiSchema {
    const { name, list, nullable } = parseGraphqlType(expression);
    if (name in this.contract.types) {
      const one = this.of(name);
      return list ? { type: 'array', items: one } : orNull(one);
    }
    const leaf =
      name in this.contract.enums
        ? { type: 'integer', format: 'int32', description: `${name} as a number.` }
        : (scalars[name] ?? { type: 'string' });
    if (list) return { type: 'array', items: leaf };
    return nullable ? { ...leaf, nullable: true } : leaf;
  }
}

/**
 * `nullable` adds null to the `type` beside it and to nothing else (OpenAPI 3.0.3, schema object): neither a reference
 * nor an `allOf` around one takes null then, so the other branch of an `anyOf` does.
 */
export function orNull(reference: OpenApiSchema): OpenApiSchema {
  return { anyOf: [reference, { type: 'string', nullable: true, enum: [null] }] };
}
