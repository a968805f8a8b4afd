import { buildASTSchema, GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { withStandardIntrospection } from './introspection.ts';
import { defineScalar } from './scalars.ts';
import { schemaDocument } from './sdl.ts';

/** @returns the schema of the contract, still without resolvers */
export function buildContractSchema(contract: GraphqlContractData): GraphQLSchema {
  const document = parse(schemaDocument(contract), { noLocation: true });
  const declared = document.definitions.flatMap((one) =>
    one.kind === Kind.DIRECTIVE_DEFINITION ? [one.name.value] : [],
  );
  const built = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const schema = withStandardIntrospection(built, declared);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLScalarType) defineScalar(type);
  }
  return schema;
}
