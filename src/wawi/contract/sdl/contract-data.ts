import type { FieldWithArguments, GraphqlContractData, RootField } from '../graphql-contract.ts';
import {
  deprecationIn,
  namedType,
  typeIn,
  type FieldElement,
  type GraphqlDocument,
  type GraphqlVersion,
  type TypeElement,
} from './elements.ts';
import { formatRange } from '../versions.ts';
import { inferredOperations, type InferredOperation } from './existence.ts';
import { rootTypes, servedText } from './served.ts';

const operationFilter = 'OperationFilterInput';

/** @returns one version of the document as the engine reads it */
export function graphqlContractOf(document: GraphqlDocument, version: GraphqlVersion): GraphqlContractData {
  const types = [...document.types.values()].filter((type) => type.versions.includes(version));
  const named = (kind: TypeElement['kind'], pick: (name: string) => boolean = () => true) =>
    types.filter((type) => type.kind === kind && pick(type.name));
  const rows = <T>(list: readonly TypeElement[], value: (field: FieldElement) => T) =>
    Object.fromEntries(list.map((type) => [type.name, byName(type, version, value)]));
  const type = (field: FieldElement) => typeIn(field, version);
  const inferred = inferredOperations(document);
  return {
    sdl: servedText(document, version),
    enums: Object.fromEntries(
      named('enum').map((one) => [one.name, Object.keys(byName(one, version, type))]),
    ),
    types: rows(
      named('type', (name) => !rootTypes.has(name)),
      (field) => withArguments(field, version),
    ),
    inputs: rows(named('input', isPlainInput), type),
    operationFilters: rows(named('input', isOperationFilter), type),
    filters: filtersOf(named('input', isFilter), version),
    sorts: Object.fromEntries(named('input', isSort).map((one) => [one.name, sortFields(one, version)])),
    queries: rootFields(document.types.get('Query'), version, inferred),
    mutations: rootFields(document.types.get('Mutation'), version, inferred),
    elsewhere: elementsElsewhere(document, version),
  };
}

function isOperationFilter(name: string): boolean {
  return name.endsWith(operationFilter);
}

function isFilter(name: string): boolean {
  return name.endsWith('FilterInput') && !isOperationFilter(name);
}

function isSort(name: string): boolean {
  return name.endsWith('SortInput');
}

function isPlainInput(name: string): boolean {
  return !name.endsWith('FilterInput') && !isSort(name);
}

function byName<T>(
  type: TypeElement,
  version: GraphqlVersion,
  value: (field: FieldElement) => T,
): Record<string, T> {
  return Object.fromEntries(fieldsIn(type.fields, version).map((field) => [field.name, value(field)]));
}

function fieldsIn(fields: readonly FieldElement[], version: GraphqlVersion): readonly FieldElement[] {
  return fields.filter((field) => field.versions.includes(version));
}

function withArguments(field: FieldElement, version: GraphqlVersion): string | FieldWithArguments {
  const args = argumentsOf(field, version);
  const type = typeIn(field, version);
  return Object.keys(args).length === 0 ? type : { type, args };
}

function argumentsOf(field: FieldElement, version: GraphqlVersion): Record<string, string> {
  return Object.fromEntries(fieldsIn(field.args, version).map((arg) => [arg.name, typeIn(arg, version)]));
}

/** Filters name the test of a field without its ending; `and` and `or` are understood. */
function filtersOf(
  types: readonly TypeElement[],
  version: GraphqlVersion,
): Record<string, Record<string, string>> {
  const fields = (type: TypeElement) =>
    fieldsIn(type.fields, version).flatMap((field) =>
      isOperationFilter(typeIn(field, version))
        ? [[field.name, typeIn(field, version).slice(0, -operationFilter.length)] as const]
        : [],
    );
  return Object.fromEntries(types.map((type) => [type.name, Object.fromEntries(fields(type))]));
}

function sortFields(type: TypeElement, version: GraphqlVersion): string[] {
  return fieldsIn(type.fields, version).map((field) => {
    const order = typeIn(field, version);
    return order === 'SortEnumType' ? field.name : `!${field.name}:${order}`;
  });
}

/** @returns the elements that only other versions have, without those inside of them */
function elementsElsewhere(document: GraphqlDocument, version: GraphqlVersion): Record<string, string> {
  const found: Record<string, string> = {};
  const has = ({ versions }: { versions: readonly GraphqlVersion[] }): boolean => versions.includes(version);
  for (const type of document.types.values()) {
    if (!has(type)) found[type.name] = formatRange(type.versions);
    else
      for (const field of type.fields) {
        if (!has(field)) found[field.coordinate] = formatRange(field.versions);
        else for (const arg of field.args) if (!has(arg)) found[arg.coordinate] = formatRange(arg.versions);
      }
  }
  return found;
}

function rootFields(
  type: TypeElement | undefined,
  version: GraphqlVersion,
  inferred: ReadonlyMap<string, InferredOperation>,
): Record<string, RootField> {
  return Object.fromEntries(
    fieldsIn(type?.fields ?? [], version).map((field) => {
      const expression = typeIn(field, version);
      const renamed = fieldsIn(field.args, version).flatMap((arg) => {
        const successor = /^Use (\w+)\.$/.exec(deprecationIn(arg, version) ?? '')?.[1];
        return successor === undefined ? [] : [[arg.name, successor] as const];
      });
      return [
        field.name,
        {
          args: argumentsOf(field, version),
          type: expression,
          roles: [...field.roles],
          ...(namedType(expression).endsWith('Connection') ? { list: true } : {}),
          ...inferredPart(inferred.get(field.name), version),
          ...(renamed.length > 0 ? { renamedArgs: Object.fromEntries(renamed) } : {}),
        },
      ];
    }),
  );
}

function inferredPart(
  found: InferredOperation | undefined,
  version: GraphqlVersion,
): Pick<RootField, 'inferred'> {
  if (found?.operation.includes(version)) return { inferred: 'operation' };
  return found?.shapes.includes(version) ? { inferred: 'shapes' } : {};
}
