import { buildASTSchema, GraphQLScalarType, parse, type GraphQLSchema } from 'graphql';
import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { defineScalar } from './scalars.ts';
import { schemaDocument } from './sdl.ts';

/** @returns the schema of the contract, still without resolvers */
export function buildContractSchema(contract: GraphqlContractData): GraphQLSchema {
  const schema = buildASTSchema(parse(schemaDocument(contract), { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLScalarType) defineScalar(type);
  }
  return schema;
}
