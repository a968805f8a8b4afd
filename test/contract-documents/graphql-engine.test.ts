import { describe, expect, it } from 'vitest';
import { graphqlContractOf } from '../../src/wawi/contract/sdl/contract-data.ts';
import { apiVersions } from '../../src/wawi/contract/versions.ts';
import { mutations } from '../../src/wawi/areas/graphql-mutations.ts';
import { queries } from '../../src/wawi/areas/graphql-queries.ts';
import { viewsGraphql } from '../../src/wawi/areas/views-graphql.ts';
import { resolveRoots } from '../../src/wawi/graphql/root-resolvers.ts';
import { resolveFromViews } from '../../src/wawi/graphql/schema/resolvers.ts';
import { buildContractSchema } from '../../src/wawi/graphql/schema/schema.ts';
import { GraphqlTypes } from '../../src/wawi/wire/graphql/types.ts';
import { graphqlDocument } from './graphql-document.ts';

describe.each(apiVersions.v2)('the engine takes version %s of the document', (version) => {
  const types = new GraphqlTypes(graphqlContractOf(graphqlDocument(), version), viewsGraphql);

  it('as its schema, with a resolver for every field', () => {
    const schema = buildContractSchema(types.contract);
    resolveFromViews(schema, types);
    resolveRoots(schema, types, { queries, mutations });
    for (const type of Object.values(schema.getTypeMap()))
      if ('getFields' in type && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields()))
          if ('resolve' in field) expect(field.resolve, `${type.name}.${field.name}`).toBeTypeOf('function');
  });
});
