import { parseType } from 'graphql';
import { ContractDocumentError } from './annotations.ts';
import {
  builtInScalars,
  namedType,
  typeIn,
  type FieldElement,
  type GraphqlDocument,
  type GraphqlVersion,
  type TypeElement,
} from './elements.ts';
import { formatRange } from '../versions.ts';

/** @returns everything in which the document contradicts itself, in the order of the document */
export function contradictions(document: GraphqlDocument): ContractDocumentError[] {
  const errors: ContractDocumentError[] = [];
  for (const type of document.types.values()) {
    const report = (element: Placed, problem: string) =>
      errors.push(new ContractDocumentError(element.coordinate, element.line, problem));
    checkEvidence(type, report);
    checkPages(type, report);
    checkMembers(type, report);
    for (const field of type.fields) checkField(document, type, field, type, report);
  }
  return errors;
}

type Placed = Pick<TypeElement, 'coordinate' | 'line'>;
type Report = (element: Placed, problem: string) => void;
type Versioned = Placed & Pick<TypeElement, 'versions' | 'evidence'>;

function checkField(
  document: GraphqlDocument,
  type: TypeElement,
  field: FieldElement,
  enclosing: Versioned,
  report: Report,
): void {
  const outside = without(field.versions, enclosing.versions);
  if (outside.length > 0)
    report(
      field,
      `exists in ${formatRange(outside)}, where ${enclosing.coordinate} does not (${formatRange(enclosing.versions)})`,
    );
  checkEvidence(field, report);
  checkVariants(field, report);
  if (type.kind === 'enum') return;
  const use = type.kind === 'input' || field.coordinate.includes('(') ? 'input' : 'output';
  for (const version of field.versions) checkReference(document, field, version, use, report);
  for (const arg of field.args) checkField(document, type, arg, field, report);
}

function checkEvidence(element: Versioned, report: Report): void {
  const { versions, evidence } = element;
  if (versions.length === 0) report(element, 'exists in no version');
  const shown = [...evidence.documented, ...evidence.seen];
  const outside = without([...shown, ...evidence.inferred], versions);
  if (outside.length > 0)
    report(
      element,
      `has evidence for ${formatRange(outside)}, outside its versions (${formatRange(versions)})`,
    );
  const unproven = without(versions, [...shown, ...evidence.inferred]);
  if (unproven.length > 0) report(element, `has no evidence for ${formatRange(unproven)}`);
  const both = evidence.inferred.filter((version) => shown.includes(version));
  if (both.length > 0) report(element, `is both shown and inferred in ${formatRange(both)}`);
  const untyped = without(evidence.untyped, evidence.documented);
  if (untyped.length > 0)
    report(element, `is untyped in ${formatRange(untyped)}, where no page documents it`);
}

function checkPages(type: TypeElement, report: Report): void {
  for (const element of [type, ...type.fields]) {
    for (const page of element.pages) {
      const [, version] = /^(\d+\.\d+) [\w/-]+$/.exec(page) ?? [];
      if (version === undefined)
        report(element, `'${page}' is not a page address such as '2.0 graphql/types/Customer'`);
      else if (!element.evidence.documented.some((one) => one === version))
        report(element, `has the page '${page}', but is not documented in ${version}`);
    }
  }
  for (const [name, versions] of Object.entries({ complete: type.complete, scalars: type.scalars })) {
    const undocumented = without(versions, type.evidence.documented);
    if (undocumented.length > 0)
      report(type, `has ${name} pages of ${formatRange(undocumented)}, where no page documents it`);
  }
}

function checkMembers(type: TypeElement, report: Report): void {
  if (type.kind === 'scalar') return;
  const empty = type.versions.filter(
    (version) => !type.fields.some((field) => field.versions.includes(version)),
  );
  if (empty.length > 0)
    report(type, `has no ${type.kind === 'enum' ? 'values' : 'fields'} in ${formatRange(empty)}`);
}

function checkVariants(field: FieldElement, report: Report): void {
  const taken = { type: new Set<GraphqlVersion>(), deprecated: new Set<GraphqlVersion>() };
  for (const variant of field.variants) {
    const outside = without(variant.versions, field.versions);
    if (outside.length > 0)
      report(
        field,
        `has a variant in ${formatRange(outside)}, outside its versions (${formatRange(field.versions)})`,
      );
    if (variant.type === undefined && variant.deprecated === undefined)
      report(field, `has a variant in ${formatRange(variant.versions)} that changes nothing`);
    for (const what of ['type', 'deprecated'] as const) {
      if (variant[what] === undefined) continue;
      const overlap = variant.versions.filter((version) => taken[what].has(version));
      if (overlap.length > 0) report(field, `has two variants of its ${what} in ${formatRange(overlap)}`);
      for (const version of variant.versions) taken[what].add(version);
    }
    if (variant.type !== undefined && !isTypeExpression(variant.type))
      report(field, `'${variant.type}' is not a GraphQL type`);
  }
}

function checkReference(
  document: GraphqlDocument,
  field: FieldElement,
  version: GraphqlVersion,
  use: 'input' | 'output',
  report: Report,
): void {
  const name = namedType(typeIn(field, version));
  if (builtInScalars.has(name)) return;
  const type = document.types.get(name);
  if (!type) report(field, `has the type ${name}, which the document does not define`);
  else if (!type.versions.includes(version))
    report(
      field,
      `has the type ${name} in ${version}, where ${name} does not exist (${formatRange(type.versions)})`,
    );
  else if (type.kind === (use === 'input' ? 'type' : 'input'))
    report(
      field,
      `is an ${use}, but its type ${name} is an ${use === 'input' ? 'object type' : 'input type'}`,
    );
}

function isTypeExpression(text: string): boolean {
  try {
    parseType(text);
    return true;
  } catch {
    return false;
  }
}

function without<T>(list: readonly T[], removed: readonly T[]): T[] {
  return [...new Set(list)].filter((one) => !removed.includes(one));
}
