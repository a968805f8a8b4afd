/** The comment and the directives at the top of the annotated document. */
export const header = `# The GraphQL contract of every version 2.x in one annotated SDL. The build derives one schema a version.
#
# - @versions: the versions that have an element ("2.1-" means 2.1 and later). Default: those of the enclosing element.
# - @evidence: by version, whether a documentation page (documented) or a live system (seen) shows the element, or neither
#   does (inferred); untyped: a page shows its name but not its full type. Default: the evidence of the enclosing element.
# - @variant: a type or deprecation that differs in some versions.
# - @pages: documentation pages that show the element; complete: versions whose page shows every field; scalars: versions
#   whose page shows every field of a scalar or enum type.
# - @authorize: any one of the roles suffices. Every root field costs 10, every connection has the @listSize of all lists;
#   the build adds both.
#
# scripts/contract/merge-graphql.mjs adds facts and rewrites this file; comments other than this one are not kept.

directive @versions(in: String!) on SCALAR | OBJECT | ENUM | INPUT_OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION

directive @evidence(documented: String, seen: String, inferred: String, untyped: String) on SCALAR | OBJECT | ENUM | INPUT_OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION

directive @pages(of: [String!], complete: String, scalars: String) on SCALAR | OBJECT | ENUM | INPUT_OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION

directive @variant(in: String!, type: String, deprecated: String) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_FIELD_DEFINITION

directive @authorize(policy: String, roles: [String!], apply: ApplyPolicy! = BEFORE_RESOLVER) repeatable on OBJECT | FIELD_DEFINITION`;
