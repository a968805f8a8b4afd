/** @returns the comment at the top of an annotated document: how to read it */
export function header(major: 'v1' | 'v2'): string {
  const spelling =
    major === 'v1'
      ? 'Names are spelt as on the wire (PascalCase). Paths are relative to /erp/v1 and, as in older pages, to /erp.'
      : 'Names are spelt as on the wire (first letter lowered). Paths are relative to /erp/v2.';
  return `The REST contract of every ${major} version in one annotated OpenAPI document. The build derives one document a version.

- ${spelling}
- x-versions: the versions that have an element ("2.1-" means 2.1 and later). Default: those of the enclosing element.
- x-evidence: by version, whether a documentation page (documented) or a live system (seen) shows the element, or
  neither does (inferred). Default: the evidence of the enclosing element; of the document: inferred everywhere. An
  empty x-evidence: inferred everywhere.
- x-variants: what differs in some versions. A variant that says what a value is (type, $ref, enum …) replaces all that
  the element says about it; other keys replace their own. "required" of a variant: whether the property is required.
- x-also-at: further paths of the operation. x-pages: documentation pages that show it; "age: early" marks pages older
  than the release of their version, "cut" pages that may lack elements.
- x-key: the kind of key that a uuid packs. x-page-of: a page of such rows. x-graphql-type: an answer in the shape of
  that GraphQL type. x-enum-varnames: names of the values;
  x-enum-versions and x-enum-evidence: by value. x-scopes: any one of them suffices.
- format time-span: a TimeSpan as .NET writes it, [d.]hh:mm[:ss[.fffffff]]. A schema without type: any value.
- nullable: stated by a source. Default in answers: everything but lists, switches and the id may be null.

scripts/contract/merge-rest.mjs adds facts and rewrites this file; comments other than this one are not kept.`;
}
