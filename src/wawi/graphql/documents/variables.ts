import { getVariableValues, type GraphQLError, type GraphQLSchema } from 'graphql';
import { masked, RequestRefused } from '../../wire/graphql/errors.ts';
import type { DateTimes, Reading } from '../schema/date-times.ts';
import type { Operation, Variables } from './operation.ts';

/** The message of graphql-js for a missing or null value of a required variable. */
const missingValue =
  /(?:must not be null|Expected non-nullable type .* not to be null|of required type "[^"]+" was not provided)\.$/;

/**
 * @returns the variables as the operation declares them
 * @throws RequestRefused; a null for a non-null input is masked, as seen on the real platform (platform.md section 6)
 */
export function coercedVariables(
  schema: GraphQLSchema,
  dateTimes: DateTimes,
  { definition }: Operation,
  given: Variables,
): Reading<Variables> {
  const {
    result: { coerced, errors },
    assumptions,
  } = dateTimes.watch(() =>
    getVariableValues(schema, definition.variableDefinitions ?? [], given, { maxErrors: 50 }),
  );
  if (errors) {
    const reason = errors.map((error) => error.message).join(' ');
    throw new RequestRefused(errors.map(wording), reason, assumptions);
  }
  return { result: coerced, assumptions };
}

function wording(error: GraphQLError): {
  message: string;
  locations: readonly { line: number; column: number }[];
  extensions: Record<string, unknown>;
} {
  const locations = error.locations ?? [];
  if (missingValue.test(error.message))
    return { message: masked.message, locations, extensions: { code: masked.code } };
  const variable = /^Variable "\$(\w+)"/.exec(error.message)?.[1] ?? '';
  return {
    message: `Variable \`${variable}\` got an invalid value.`,
    locations,
    extensions: { code: 'HC0016', variable },
  };
}
