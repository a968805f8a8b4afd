import { execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { AssumptionId } from '../../platform/assumptions.ts';
import type { Operation, Variables } from './documents/operation.ts';
import { fieldFailure, type FieldFailure, type WireError } from '../wire/graphql/errors.ts';
import type { RequestContext } from './root-resolvers.ts';

/** The result of an operation: its data as JSON text, and its errors. */
export interface Outcome {
  /** `null` when a field that must not be null failed. */
  readonly data: string;
  readonly errors: readonly WireError[];
  readonly failures: readonly FieldFailure[];
  /** Response names of the mutations that answer what an earlier request with the same key came to. */
  readonly replayed: readonly string[];
  /** Rows of the fidelity table that the answer rests on. */
  readonly assumptions: readonly AssumptionId[];
}

/** Runs an operation by graphql-js and words its errors as the platform does. */
export async function runOperation(
  schema: GraphQLSchema,
  { document, definition }: Operation,
  variables: Variables,
  contextValue: RequestContext,
): Promise<Outcome> {
  const result = await execute({
    schema,
    document,
    contextValue,
    variableValues: variables,
    ...(definition.name ? { operationName: definition.name.value } : {}),
  });
  const failed = (result.errors ?? []).map((error) => ({
    error,
    failure: fieldFailure(error.originalError ?? error),
  }));
  return {
    data: JSON.stringify(result.data ?? null),
    errors: failed.map(({ error, failure }) => wireError(error, failure)),
    failures: failed.map(({ failure }) => failure),
    replayed: contextValue.replayed,
    assumptions: [...contextValue.assumptions, ...failed.flatMap(({ failure }) => failure.assumptions)],
  };
}

function wireError({ locations, path }: GraphQLError, { message, extensions }: FieldFailure): WireError {
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions };
}
