import { builtInScalars, namedType, type GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';
import type { ContractModel, FieldModel, TypeModel } from './model.ts';
import { presentIn } from './presence.ts';
import { typeAt } from './typing.ts';

const roots: ReadonlySet<string> = new Set(['Query', 'Mutation']);

/**
 * Determines the versions of every element, and its type in each.
 * @returns the elements that the document has to leave out because no source shows the type's fields, a line each
 */
export function resolve(model: ContractModel): string[] {
  for (const type of model.types.values())
    for (const field of type.fields) {
      resolveField(model, type, field);
      for (const arg of field.args) resolveArgument(field, arg);
    }
  const left = new Set<string>();
  while (dropUnknown(model, left));
  for (const version of apiVersions.v2) markReachable(model, version);
  for (const type of model.types.values()) limitToType(type);
  return [...left];
}

function resolveField(model: ContractModel, type: TypeModel, field: FieldModel): void {
  const observed = {
    shown: new Set(field.shown),
    expected: new Set([...versionsOf(field, 'inferred'), ...versionsBeforeRecord(type, field)]),
    lacking: new Set([...field.absent, ...pagesWithout(model, type, field)]),
    lackingLive: new Set<GraphqlVersion>(type.kind === 'type' ? type.seen : []),
  };
  setTypes(field, presentIn(observed));
}

function versionsOf(field: FieldModel, knowledge: 'inferred'): Set<GraphqlVersion> {
  return new Set(
    [...field.observations].flatMap(([version, observation]) =>
      observation.knowledge === knowledge ? [version] : [],
    ),
  );
}

/** A record of 2.1 alone says what a type is; whether 2.0 has the type is up to what leads to it. */
function versionsBeforeRecord(type: TypeModel, field: FieldModel): readonly GraphqlVersion[] {
  if (roots.has(type.name) || field.shown.length > 0) return [];
  const first = apiVersions.v2.findIndex((version) =>
    type.fields.some(({ observations }) => observations.has(version)),
  );
  return field.observations.has(apiVersions.v2[first] ?? '2.0') ? apiVersions.v2.slice(0, first) : [];
}

/** Pages of some formats hide fields of object types. */
function pagesWithout(model: ContractModel, type: TypeModel, field: FieldModel): GraphqlVersion[] {
  if (roots.has(type.name)) return [];
  const name = namedType([...field.observations.values()].find((one) => one.type !== undefined)?.type ?? '');
  const kind = builtInScalars.has(name) ? 'scalar' : model.types.get(name)?.kind;
  const isSimple = type.kind === 'enum' || kind === 'scalar' || kind === 'enum';
  return [...type.complete, ...(isSimple ? type.scalars : [])].filter(
    (version) => field.observations.get(version)?.knowledge !== 'documented',
  );
}

/** A page of an operation shows its whole signature, so an argument of an early record that no page has is gone. */
function resolveArgument(field: FieldModel, arg: FieldModel): void {
  const pages = [...field.observations].flatMap(([version, one]) =>
    one.knowledge === 'documented' ? [version] : [],
  );
  const shown = new Set(arg.shown);
  const isGone = shown.size === 0 && pages.length > 0;
  const observed = {
    shown,
    expected: isGone ? new Set<GraphqlVersion>() : versionsOf(arg, 'inferred'),
    lacking: new Set([...arg.absent, ...pages.filter((version) => !shown.has(version))]),
    lackingLive: new Set<GraphqlVersion>(),
  };
  setTypes(
    arg,
    presentIn(observed).filter((version) => field.types.has(version)),
  );
}

function setTypes(field: FieldModel, versions: readonly GraphqlVersion[]): void {
  field.types.clear();
  for (const version of versions) field.types.set(version, typeAt(field.observations, version) ?? '?');
}

/** Takes out fields whose type has no fields in the version; that can leave another type without fields. */
function dropUnknown(model: ContractModel, left: Set<string>): boolean {
  let found = false;
  const dropFrom = (owner: string, field: FieldModel) => {
    for (const [version, expression] of field.types) {
      if (isKnown(model, expression, version)) continue;
      field.types.delete(version);
      left.add(`${owner}${field.name} in ${version}: nothing shows the fields of ${expression}`);
      found = true;
    }
  };
  for (const type of model.types.values()) {
    if (type.kind === 'enum') continue;
    for (const field of type.fields) {
      dropFrom(`${type.name}.`, field);
      for (const arg of field.args) dropArgument(type, field, arg, dropFrom);
    }
  }
  return found;
}

/** An operation cannot be called without an argument that it requires. */
function dropArgument(
  type: TypeModel,
  field: FieldModel,
  arg: FieldModel,
  dropFrom: (owner: string, field: FieldModel) => void,
): void {
  const before = new Map(arg.types);
  dropFrom(`${type.name}.${field.name}.`, arg);
  for (const [version, expression] of before)
    if (!arg.types.has(version) && expression.endsWith('!')) field.types.delete(version);
  for (const version of before.keys()) if (!field.types.has(version)) arg.types.delete(version);
}

function isKnown(model: ContractModel, expression: string, version: GraphqlVersion): boolean {
  const name = namedType(expression);
  if (builtInScalars.has(name)) return true;
  const type = model.types.get(name);
  return (
    type !== undefined && (type.kind === 'scalar' || type.fields.some((field) => field.types.has(version)))
  );
}

/** A type exists in a version that shows it, or where a root field leads to it. */
function markReachable(model: ContractModel, version: GraphqlVersion): void {
  const found = new Set<string>();
  const visit = (name: string) => {
    const type = model.types.get(name);
    if (!type || found.has(name)) return;
    if (type.kind !== 'scalar' && !type.fields.some((field) => field.types.has(version))) return;
    found.add(name);
    if (type.kind === 'enum') return;
    for (const field of type.fields)
      for (const one of field.types.has(version) ? [field, ...field.args] : []) {
        const expression = one.types.get(version);
        if (expression !== undefined) visit(namedType(expression));
      }
  };
  for (const root of [...roots, 'ApplyPolicy']) visit(root);
  for (const { name, documented, seen } of model.types.values())
    if (documented.has(version) || seen.has(version)) visit(name);
  for (const type of model.types.values())
    type.versions = [
      ...type.versions.filter((one) => one !== version),
      ...(found.has(type.name) ? [version] : []),
    ];
}

function limitToType(type: TypeModel): void {
  for (const field of type.fields)
    for (const version of field.types.keys())
      if (!type.versions.includes(version)) {
        field.types.delete(version);
        for (const arg of field.args) arg.types.delete(version);
      }
}
