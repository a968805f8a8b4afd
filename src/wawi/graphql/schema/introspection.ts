import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLIncludeDirective,
  GraphQLDeprecatedDirective,
  GraphQLSchema,
  GraphQLSkipDirective,
  GraphQLSpecifiedByDirective,
  __Directive,
  __DirectiveLocation,
  __Schema,
  __Type,
  type GraphQLEnumValue,
} from 'graphql';

/**
 * GraphQL's own directives as HotChocolate has them: those of the October 2021 specification, and `@deprecated` for
 * inputs too. graphql-js announces additions of later drafts, and a client that does not know an announced location
 * (graphql-core 3 of DIRECTIVE_DEFINITION) cannot build the schema at all.
 */
const standardDirectives: readonly GraphQLDirective[] = [
  GraphQLSkipDirective,
  GraphQLIncludeDirective,
  new GraphQLDirective({
    ...GraphQLDeprecatedDirective.toConfig(),
    locations: [
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.ARGUMENT_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.ENUM_VALUE,
    ],
  }),
  GraphQLSpecifiedByDirective,
];

/**
 * Removes the additions of later drafts from a schema's introspection.
 * @param schema as graphql-js built it
 * @param own names of the directives that the schema itself declares
 * @returns the schema to serve
 */
export function withStandardIntrospection(schema: GraphQLSchema, own: readonly string[]): GraphQLSchema {
  trimIntrospectionTypes();
  const declared = schema.getDirectives().filter(({ name }) => own.includes(name));
  return new GraphQLSchema({
    ...schema.toConfig(),
    directives: [...standardDirectives, ...declared],
    assumeValid: true,
  });
}

/** graphql-js has one set of introspection types for all schemas, and no setting that leaves its drafts out. */
function trimIntrospectionTypes(): void {
  for (const name of ['isDeprecated', 'deprecationReason'])
    Reflect.deleteProperty(__Directive.getFields(), name);
  Reflect.deleteProperty(__Type.getFields(), 'isOneOf');
  const { directives } = __Schema.getFields();
  if (directives) directives.args = [];
  const locations = __DirectiveLocation.getValues() as GraphQLEnumValue[];
  const draft = locations.findIndex(({ name }) => name === 'DIRECTIVE_DEFINITION');
  if (draft >= 0) locations.splice(draft, 1);
}
