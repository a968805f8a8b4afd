import type { VersionOf } from '../versions.ts';

export type GraphqlVersion = VersionOf<'v2'>;

/** How it is known, per version, that an element exists. */
export interface Evidence {
  /** Versions in which a page of the documentation shows the element. */
  readonly documented: readonly GraphqlVersion[];
  /** Versions in which a live system showed the element. */
  readonly seen: readonly GraphqlVersion[];
  /** Versions in which the element is expected from what other versions and sources show. */
  readonly inferred: readonly GraphqlVersion[];
  /** Those of `documented` whose page shows the element's name but not its full type. */
  readonly untyped: readonly GraphqlVersion[];
}

/** Something in which some versions differ from the element's own line. */
export interface Variant {
  readonly versions: readonly GraphqlVersion[];
  /** A GraphQL type expression such as `[String!]!`. */
  readonly type?: string;
  /** The reason of `@deprecated` in these versions. */
  readonly deprecated?: string;
}

interface Element {
  readonly name: string;
  /** As the GraphQL specification writes schema coordinates: `Customer`, `Customer.id`, `Query.QueryItems(first:)`. */
  readonly coordinate: string;
  /** Line in the annotated document. */
  readonly line: number;
  readonly versions: readonly GraphqlVersion[];
  readonly evidence: Evidence;
}

/** A page of the documentation that shows an element, such as `2.0 graphql/types/Customer`. */
export type PageAddress = string;

/** A field, an argument, an input field or an enum value. */
export interface FieldElement extends Element {
  /** The type of the element's own line; an empty text for enum values. */
  readonly type: string;
  readonly variants: readonly Variant[];
  readonly deprecated?: string;
  readonly args: readonly FieldElement[];
  /** Roles of `@authorize`; root fields alone have them. */
  readonly roles: readonly string[];
  readonly pages: readonly PageAddress[];
}

export type TypeKind = 'type' | 'input' | 'enum' | 'scalar';

export interface TypeElement extends Element {
  readonly kind: TypeKind;
  /** Fields, input fields or enum values. */
  readonly fields: readonly FieldElement[];
  readonly pages: readonly PageAddress[];
  /** Versions whose page shows every field. */
  readonly complete: readonly GraphqlVersion[];
  /** Versions whose page shows every field of a scalar or enum type, but may hide fields of other types. */
  readonly scalars: readonly GraphqlVersion[];
}

/** The annotated document, superset of all versions. */
export interface GraphqlDocument {
  readonly types: ReadonlyMap<string, TypeElement>;
}

/** @returns the type expression of a field in a version that has the field */
export function typeIn(field: FieldElement, version: GraphqlVersion): string {
  return (
    field.variants.find((one) => one.type !== undefined && one.versions.includes(version))?.type ?? field.type
  );
}

/** @returns why the element is deprecated in a version, undefined if it is not */
export function deprecationIn(field: FieldElement, version: GraphqlVersion): string | undefined {
  return (
    field.variants.find((one) => one.deprecated !== undefined && one.versions.includes(version))
      ?.deprecated ?? field.deprecated
  );
}

/** @returns the name inside a type expression: `Item` for `[Item!]!` */
export function namedType(expression: string): string {
  return expression.replace(/[[\]!]/g, '');
}

/** The scalars that the GraphQL specification defines. */
export const builtInScalars: ReadonlySet<string> = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);
