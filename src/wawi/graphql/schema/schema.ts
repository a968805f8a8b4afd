import { buildASTSchema, GraphQLScalarType, Kind, parse, type GraphQLSchema } from 'graphql';
import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { DateTimes } from './date-times.ts';
import { withStandardIntrospection } from './introspection.ts';
import { defineScalar } from './scalars.ts';

/**
 * @param dateTimes reads the schema's `DateTime` values; default: as under the default option of `graphql-date-times`
 * @returns the schema of the contract, still without resolvers
 */
export function buildContractSchema(
  contract: Pick<GraphqlContractData, 'sdl'>,
  dateTimes: DateTimes = new DateTimes(),
): GraphQLSchema {
  const document = parse(contract.sdl, { noLocation: true });
  const declared = document.definitions.flatMap((one) =>
    one.kind === Kind.DIRECTIVE_DEFINITION ? [one.name.value] : [],
  );
  const built = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  const schema = withStandardIntrospection(built, declared);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLScalarType) defineScalar(type, dateTimes);
  }
  return schema;
}
