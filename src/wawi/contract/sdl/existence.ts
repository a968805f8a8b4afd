import {
  namedType,
  typeIn,
  type Evidence,
  type FieldElement,
  type GraphqlDocument,
  type GraphqlVersion,
  type TypeElement,
} from './elements.ts';
import { rootTypes } from './served.ts';

/**
 * Tells which versions have an element, for refusals such as `exists from API 2.1; this tenant has 2.0`
 * (see `existence` of versions.ts).
 * @param coordinate `Customer`, `Customer.id` or `Query.QueryItems(first:)`
 * @returns the versions, oldest first; empty for an element that no version has
 */
export function versionsOf(document: GraphqlDocument, coordinate: string): readonly GraphqlVersion[] {
  const [, type = '', name, arg] = /^(\w+)(?:\.(\w+)(?:\((\w+):\))?)?$/.exec(coordinate) ?? [];
  const element = document.types.get(type);
  if (name === undefined) return element?.versions ?? [];
  const field = element?.fields.find((one) => one.name === name);
  if (arg === undefined) return field?.versions ?? [];
  return field?.args.find((one) => one.name === arg)?.versions ?? [];
}

/** The versions in which an operation rests on what no source shows. */
export interface InferredOperation {
  /** The operation itself is inferred. */
  readonly operation: readonly GraphqlVersion[];
  /** The operation is shown; a type that its arguments or its answer lead to is not. */
  readonly shapes: readonly GraphqlVersion[];
}

/** @returns by name of the root field, the versions whose answers rest on `inferred` */
export function inferredOperations(document: GraphqlDocument): Map<string, InferredOperation> {
  const found = new Map<string, InferredOperation>();
  for (const root of rootTypes)
    for (const field of document.types.get(root)?.fields ?? []) {
      const shown = field.versions.filter((version) => isShown(field.evidence, version));
      found.set(field.name, {
        operation: field.versions.filter((version) => !shown.includes(version)),
        shapes: shown.filter((version) => leadsToInferred(document, field, version)),
      });
    }
  return found;
}

function isShown({ documented, seen }: Evidence, version: GraphqlVersion): boolean {
  return documented.includes(version) || seen.includes(version);
}

/** Filters, sort inputs and connection types follow from shown types, so they count as shown. */
const derived = /(?:FilterInput|SortInput|Connection|Edge)$|^(?:PageInfo|SortEnumType)$/;

function leadsToInferred(document: GraphqlDocument, field: FieldElement, version: GraphqlVersion): boolean {
  const visited = new Set<string>();
  const visit = (one: FieldElement): boolean => {
    const type = document.types.get(namedType(typeIn(one, version)));
    if (!type || visited.has(type.name)) return false;
    visited.add(type.name);
    return isInferred(type, version) || membersIn(type, version).some(visit);
  };
  return [field, ...field.args].filter((one) => one.versions.includes(version)).some(visit);
}

function isInferred(type: TypeElement, version: GraphqlVersion): boolean {
  return type.kind !== 'scalar' && !derived.test(type.name) && !isShown(type.evidence, version);
}

function membersIn(type: TypeElement, version: GraphqlVersion): readonly FieldElement[] {
  return type.kind === 'enum' ? [] : type.fields.filter((field) => field.versions.includes(version));
}
