import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { graphqlContractOf } from '../../src/wawi/contract/sdl/contract-data.ts';
import type { GraphqlVersion } from '../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../src/wawi/contract/versions.ts';
import { apis } from '../../src/wawi/areas/index.ts';
import { resolveRoots } from '../../src/wawi/graphql/root-resolvers.ts';
import { resolveFromViews } from '../../src/wawi/graphql/schema/resolvers.ts';
import { buildContractSchema } from '../../src/wawi/graphql/schema/schema.ts';
import { GraphqlTypes } from '../../src/wawi/wire/graphql/types.ts';
import { unservedMutations, unservedQueries } from '../graphql/unserved-operations.ts';
import { graphqlDocument } from './graphql-document.ts';

/** @returns the schema of a version with all its resolvers */
function engine(version: GraphqlVersion) {
  const types = new GraphqlTypes(graphqlContractOf(graphqlDocument(), version), apis.graphql.views);
  const schema = buildContractSchema(types.contract);
  resolveFromViews(schema, types);
  resolveRoots(schema, types, apis.graphql);
  return schema;
}

describe.each(apiVersions.v2)('the engine takes version %s of the document', (version) => {
  it('as its schema, with a resolver for every field', () => {
    const schema = engine(version);
    for (const type of Object.values(schema.getTypeMap()))
      if ('getFields' in type && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields()))
          if ('resolve' in field) expect(field.resolve, `${type.name}.${field.name}`).toBeTypeOf('function');
  });
});

it('carries out every operation of the schema but those listed as unserved', () => {
  const contracts = apiVersions.v2.map((version) => graphqlContractOf(graphqlDocument(), version));
  const unbound = (kind: 'queries' | 'mutations', bindings: object): string[] =>
    [...new Set(contracts.flatMap((contract) => Object.keys(contract[kind])))]
      .filter((name) => !(name in bindings))
      .sort();
  expect(unbound('queries', apis.graphql.queries)).toEqual(unservedQueries);
  expect(unbound('mutations', apis.graphql.mutations)).toEqual(unservedMutations);
});

it('says that the behaviour of an operation without a binding is not served', async () => {
  const { errors } = await graphql({ schema: engine('2.1'), source: '{ QueryScxOffers { totalCount } }' });
  const problem = errors?.[0]?.originalError;
  expect(problem).toMatchObject({
    message: 'The emulator does not implement `QueryScxOffers`.',
    code: 'NOT_IMPLEMENTED',
    assumptions: ['undocumented-behaviour'],
  });
});
