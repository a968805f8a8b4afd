import {
  deprecationIn,
  typeIn,
  type FieldElement,
  type GraphqlDocument,
  type GraphqlVersion,
} from '../../../src/wawi/contract/sdl/elements.ts';
import { ContractModel, memberOf, type FieldModel } from './model.ts';

/** @returns the model of the annotated document, to which facts can be added */
export function modelOf(document: GraphqlDocument): ContractModel {
  const model = new ContractModel();
  for (const element of document.types.values()) {
    const type = model.type(element.kind, element.name);
    for (const version of element.evidence.documented) type.documented.add(version);
    for (const version of element.evidence.seen) type.seen.add(version);
    for (const version of element.complete) type.complete.add(version);
    for (const version of element.scalars) type.scalars.add(version);
    for (const page of element.pages) type.pages.add(page);
    for (const field of element.fields) read(field, memberOf(type.fields, field.name), element.versions);
  }
  return model;
}

function read(element: FieldElement, field: FieldModel, enclosing: readonly GraphqlVersion[]): void {
  const { documented, seen, untyped } = element.evidence;
  for (const version of enclosing) {
    if (!element.versions.includes(version)) field.absent.add(version);
    else {
      const isShown = documented.includes(version);
      const knowledge = isShown ? 'documented' : seen.includes(version) ? 'seen' : 'inferred';
      if (seen.includes(version)) field.seen.add(version);
      field.show(version, { knowledge, type: typeIn(element, version), full: !untyped.includes(version) });
      const reason = deprecationIn(element, version);
      if (reason !== undefined) field.deprecations.set(version, reason);
    }
  }
  for (const page of element.pages) field.pages.add(page);
  field.roles = [...element.roles];
  for (const arg of element.args) read(arg, memberOf(field.args, arg.name), element.versions);
}
