import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { existence, parseRange, type AnyVersion } from '../../contract/versions.ts';

/** How graphql-js names an element that the schema does not have: pattern of the message -> coordinate. */
const namings: readonly (readonly [RegExp, (match: readonly string[]) => string])[] = [
  [/Cannot query field "(\w+)" on type "(\w+)"/g, ([, field, type]) => `${type ?? ''}.${field ?? ''}`],
  [
    /Unknown argument "(\w+)" on field "(\w+\.\w+)"/g,
    ([, argument, field]) => `${field ?? ''}(${argument ?? ''}:)`,
  ],
  [/Field "(\w+)" is not defined by type "(\w+)"/g, ([, field, type]) => `${type ?? ''}.${field ?? ''}`],
  [/Unknown type "(\w+)"/g, ([, type]) => type ?? ''],
];

/**
 * @param reason of a refused document or of refused variables, in the words of graphql-js
 * @returns the reason, with the versions that have what the tenant's version lacks
 */
export function withVersions(
  reason: string,
  { elsewhere }: Pick<GraphqlContractData, 'elsewhere'>,
  version: AnyVersion,
): string {
  const coordinates = namings.flatMap(([pattern, coordinate]) =>
    [...reason.matchAll(pattern)].map((match) => coordinate(match)),
  );
  const found = [...new Set(coordinates)].flatMap((coordinate) => {
    const range = elsewhere[coordinate];
    return range === undefined ? [] : [`${coordinate} ${existence(parseRange(range), version)}.`];
  });
  return [reason, ...found].join(' ');
}
