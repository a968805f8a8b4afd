/** Page sizes of every list: 200 rows by default, at most 500 (the `@listSize` directives of the platform). */
export const listSizes = { standard: 200, most: 500 } as const;

/** The cost of every root field (the `@cost` directives of the platform). */
export const rootFieldCost = 10;

/** The directives of the schema as served, besides those that the GraphQL specification defines. */
export const servedDirectives: readonly string[] = [
  '@authorize(policy: String, roles: [String!], apply: ApplyPolicy! = BEFORE_RESOLVER) repeatable on OBJECT | FIELD_DEFINITION',
  '@cost(weight: String!) on SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION',
  '@listSize(assumedSize: Int, slicingArguments: [String!], slicingArgumentDefaultValue: Int, sizedFields: [String!], requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION',
];

/** @returns the directives of a root field, as text */
export function rootFieldDirectives(roles: readonly string[], isConnection: boolean): string {
  const size = `@listSize(assumedSize: ${listSizes.most}, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: ${listSizes.standard}, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`;
  return [
    ...roles.map((role) => `@authorize(roles: [${JSON.stringify(role)}])`),
    ...(isConnection ? [size] : []),
    `@cost(weight: "${rootFieldCost}")`,
  ].join(' ');
}
