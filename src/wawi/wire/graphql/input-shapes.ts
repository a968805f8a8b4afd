import type { ObjectSchema, Property } from '../../contract/contract.ts';
import { enumNumber } from '../../contract/graphql-enums.ts';
import {
  parseGraphqlType,
  type GraphqlContractData,
  type GraphqlType,
} from '../../contract/graphql-contract.ts';
import { keyKindOf } from '../../contract/graphql-keys.ts';
import type { ScalarName, TypeNode } from '../../contract/types.ts';
import type { RequestShapes } from '../views/draft-reader.ts';

/** Scalars whose values a draft holds in another form than the wire, or that the reader must know as numbers. */
const scalars: Readonly<Record<string, ScalarName>> = {
  Decimal: 'decimal',
  DateTime: 'date-time',
  Int: 'int32',
  Boolean: 'boolean',
};

/** Scalars that may hold keys: an image is named by the UUID that its key is. */
const keyTypes: ReadonlySet<string> = new Set(['ID', 'UUID']);

/** The command inputs of one version of the GraphQL contract. */
export class InputShapes implements RequestShapes {
  readonly #contract: GraphqlContractData;
  readonly #objects = new Map<string, ObjectSchema>();

  constructor(contract: GraphqlContractData) {
    this.#contract = contract;
  }

  enumValues(): undefined {
    return undefined;
  }

  /** @throws Error for a name that is not an input of the contract, a mistake in the tables */
  object(name: string): ObjectSchema {
    const known = this.#objects.get(name);
    if (known) return known;
    const fields = this.#contract.inputs[name];
    if (!fields) throw new Error(`the GraphQL contract has no input '${name}'`);
    const properties = Object.entries(fields).map(([field, expression]) =>
      this.#property(name, field, parseGraphqlType(expression)),
    );
    const schema = { name, properties };
    this.#objects.set(name, schema);
    return schema;
  }

  #property(owner: string, name: string, type: GraphqlType): Property {
    const node = this.#node(owner, name, type.name);
    return {
      name,
      type: type.list ? { kind: 'list', of: node } : node,
      required: !type.nullable,
      readOnly: false,
    };
  }

  #node(owner: string, field: string, type: string): TypeNode {
    if (type in this.#contract.inputs) return { kind: 'schema', name: type };
    const names = this.#contract.enums[type];
    if (names)
      return { kind: 'enum', values: new Map(names.map((name) => [enumNumber(type, names, name), name])) };
    const key = keyTypes.has(type) ? keyKindOf(owner.replace(/Input$/, ''), field) : undefined;
    if (key !== undefined) return { kind: 'key', key };
    return { kind: 'scalar', name: scalars[type] ?? 'string' };
  }
}
