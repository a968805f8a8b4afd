import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { unservedQueries } from '../graphql/unserved-operations.ts';
import type { TenantClient } from './tenant-client.ts';

/** How deep selections go; entities nest no deeper than this. */
const depth = 5;

/** Reads entities through GraphQL, every field of them. */
export class GraphqlViews {
  private constructor(
    private readonly client: TenantClient,
    private readonly schema: GraphQLSchema,
  ) {}

  static async of(client: TenantClient): Promise<GraphqlViews> {
    const data = (await ask(client, getIntrospectionQuery())) as unknown as IntrospectionQuery;
    return new GraphqlViews(client, buildClientSchema(data));
  }

  /**
   * @param query a root field; connections are looked through for the key
   * @param argument name of the argument that takes the key, for a root field that gives one entity
   * @returns the entity, undefined if there is none
   */
  async one(query: string, key: string, argument?: string): Promise<unknown> {
    const field = this.schema.getQueryType()?.getFields()[query];
    if (!field) throw new Error(`GraphQL has no query ${query}`);
    const type = getNamedType(field.type) as GraphQLObjectType;
    if (argument !== undefined) {
      const data = await ask(
        this.client,
        `{ found: ${query}(${argument}: "${key}") ${this.selection(type)} }`,
      );
      return data['found'] ?? undefined;
    }
    const nodes = getNamedType(type.getFields()['nodes']!.type) as GraphQLObjectType;
    const data = await ask(this.client, `{ found: ${query}(first: 500) { nodes ${this.selection(nodes)} } }`);
    const rows = (data['found'] as { nodes: Record<string, unknown>[] }).nodes;
    return rows.find((row) => Object.values(row).includes(key));
  }

  /** Every root field that the emulator serves. */
  get queries(): readonly GraphQLField<unknown, unknown>[] {
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    return fields.filter(({ name }) => !unservedQueries.includes(name));
  }

  /** @returns every field of a type, objects opened, those with arguments left out */
  selection(type: GraphQLObjectType, levels = depth): string {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      if (field.args.some(isRequiredArgument) || /^(?:apply|__)/.test(field.name)) return [];
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [field.name];
      if (!isObjectType(named) || levels === 0 || named.name.endsWith('Connection')) return [];
      const inner = this.selection(named, levels - 1);
      return inner === '{  }' ? [] : [`${field.name} ${inner}`];
    });
    return `{ ${fields.join(' ')} }`;
  }
}

interface AnswerError {
  extensions?: { code?: string };
}

/** @returns the answer's data; empty for an entity that does not exist */
async function ask(client: TenantClient, query: string): Promise<Record<string, unknown>> {
  const answer = await client.send('POST', '/erp/v2/graphql', { body: { query } });
  const { data, errors } = answer.json as { data?: Record<string, unknown> | null; errors?: AnswerError[] };
  if (errors?.every(({ extensions }) => extensions?.code === 'NOT_FOUND')) return {};
  if (!data) throw new Error(`GraphQL answered ${answer.status} ${JSON.stringify(errors)} ${answer.reason}`);
  return data;
}
