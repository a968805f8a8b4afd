import { getNamedType, isEnumType, isObjectType, isRequiredArgument, type GraphQLObjectType } from 'graphql';
import { GraphqlViews } from './graphql-views.ts';
import type { TenantClient } from './tenant-client.ts';

/** Reads every enum of a tenant that GraphQL shows in a list, and nothing else. */
export class EnumViews {
  private constructor(
    private readonly client: TenantClient,
    private readonly queries: readonly string[],
  ) {}

  static async of(client: TenantClient): Promise<EnumViews> {
    const views = await GraphqlViews.of(client);
    const queries = views.queries.flatMap((field) => {
      const nodes = (getNamedType(field.type) as GraphQLObjectType).getFields?.()['nodes'];
      if (!nodes || field.args.some(isRequiredArgument)) return [];
      const selection = enumsOf(getNamedType(nodes.type) as GraphQLObjectType);
      return selection === undefined ? [] : [`{ ${field.name}(first: 500) { nodes ${selection} } }`];
    });
    return new EnumViews(client, queries);
  }

  /** @returns the problems of GraphQL; empty as long as it names every enum */
  async complaints(): Promise<string[]> {
    const found: string[] = [];
    for (const query of this.queries) {
      const { status, text } = await this.client.send('POST', '/erp/v2/graphql', { body: { query } });
      if (status >= 300 || text.includes('"errors"')) found.push(text.slice(0, 300));
    }
    return found;
  }
}

/** @returns a selection of the type's enums, also those of the objects in it; undefined where it has none */
function enumsOf(type: GraphQLObjectType, levels = 3): string | undefined {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isEnumType(named)) return [field.name];
    if (!isObjectType(named) || levels === 0 || field.args.length > 0) return [];
    const inner = enumsOf(named, levels - 1);
    return inner === undefined ? [] : [`${field.name} ${inner}`];
  });
  return fields.length === 0 ? undefined : `{ ${fields.join(' ')} }`;
}
