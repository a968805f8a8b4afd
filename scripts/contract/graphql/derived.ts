import { namedType, type GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import { memberOf, type ContractModel, type FieldModel, type TypeModel } from './model.ts';

/** Adds what follows from the facts by the conventions of the API; all of it is inferred. */
export function addDerived(model: ContractModel): void {
  for (const type of [...model.types.values()]) addMutation(model, type);
  for (const field of rootFields(model, 'Query')) addConnection(model, field);
  for (const field of rootFields(model, 'Mutation')) addIdempotencyKey(model, field);
}

function rootFields(model: ContractModel, root: 'Query' | 'Mutation'): readonly FieldModel[] {
  return model.types.get(root)?.fields ?? [];
}

/** A page of a command's request stands for the mutation that takes it, where no page shows the mutation. */
function addMutation(model: ContractModel, input: TypeModel): void {
  const [, name] = /^(\w+)CommandRequestInput$/.exec(input.name) ?? [];
  if (name === undefined || input.documented.size === 0) return;
  const mutation = memberOf(model.type('type', 'Mutation').fields, name);
  if (mutation.shown.length > 0) return;
  const answer =
    [`${name}CommandResponse`, `${name}Response`].find((one) => model.types.has(one)) ?? 'Boolean';
  const request = memberOf(mutation.args, 'request');
  for (const version of input.documented) {
    mutation.show(version, { knowledge: 'inferred', type: `${answer}!`, full: true });
    request.show(version, { knowledge: 'inferred', type: `${input.name}!`, full: true });
  }
}

function addConnection(model: ContractModel, field: FieldModel): void {
  for (const [version, { type = '' }] of field.observations) {
    const name = namedType(type);
    if (!name.endsWith('Connection')) continue;
    const connection = model.type('type', name);
    const node = nodeOf(field, connection);
    if (node === undefined) continue;
    const edge = name.replace(/Connection$/, 'Edge');
    expect(connection, version, {
      pageInfo: 'PageInfo!',
      edges: `[${edge}!]`,
      nodes: `[${node}!]`,
      totalCount: 'Int!',
    });
    expect(model.type('type', edge), version, { cursor: 'String!', node: `${node}!` });
    const rows = model.types.get(node);
    if (!rows) continue;
    for (const { name: arg, observations } of field.args) {
      const input = namedType(observations.get(version)?.type ?? '');
      if (arg === 'where') addFilter(model, input, rows);
      if (arg === 'order') addSort(model, input, rows);
    }
  }
}

function nodeOf(field: FieldModel, connection: TypeModel): string | undefined {
  const nodes = connection.fields.find((one) => one.name === 'nodes');
  const where = field.args.find((one) => one.name === 'where');
  const types = [...(nodes?.observations.values() ?? [])].map((one) => one.type ?? '').map(namedType);
  const filters = [...(where?.observations.values() ?? [])].map((one) => namedType(one.type ?? ''));
  return [...types, ...filters.map((name) => name.replace(/FilterInput$/, ''))].find((name) => name !== '');
}

/** Adds fields to a version, and lists and nullability where the version's own source shows the named type alone. */
function expect(type: TypeModel, version: GraphqlVersion, fields: Readonly<Record<string, string>>): void {
  for (const [name, expression] of Object.entries(fields)) {
    const field = memberOf(type.fields, name);
    const known = field.observations.get(version);
    if (!known) field.show(version, { knowledge: 'inferred', type: expression, full: true });
    else if (!known.full && namedType(known.type ?? expression) === namedType(expression))
      known.type = expression;
  }
}

const comparable: Readonly<Record<string, string>> = {
  Int: 'Int32',
  Decimal: 'Decimal',
  DateTime: 'DateTime',
  Byte: 'Byte',
};

/** Lists take `and`, `or` and a test of every simple field of their rows. */
function addFilter(model: ContractModel, name: string, rows: TypeModel): void {
  if (name === '' || model.types.has(name)) return;
  const input = model.type('input', name);
  for (const field of rows.fields)
    for (const [version, { type }] of field.observations) {
      const test = type === undefined ? undefined : operationFor(model, type);
      if (test === undefined) continue;
      expect(input, version, { and: `[${name}!]`, or: `[${name}!]`, [field.name]: test });
    }
}

/** @returns the operation filter of a field's type, undefined for objects and lists */
function operationFor(model: ContractModel, type: string): string | undefined {
  const named = namedType(type);
  if (type.startsWith('[')) return undefined;
  if (['ID', 'String', 'Boolean'].includes(named))
    return `${named === 'ID' ? 'Id' : named}OperationFilterInput`;
  const base = comparable[named];
  if (base !== undefined)
    return `Comparable${type.endsWith('!') ? '' : 'NullableOf'}${base}OperationFilterInput`;
  if (model.types.get(named)?.kind !== 'enum') return undefined;
  const filter = `Comparable${named}OperationFilterInput`;
  if (!model.types.has(filter)) addComparison(model, filter, named);
  return filter;
}

function addComparison(model: ContractModel, filter: string, named: string): void {
  const input = model.type('input', filter);
  const list = `[${named}!]`;
  expect(input, '2.0', { eq: named, neq: named, in: list, nin: list });
  for (const test of ['gt', 'ngt', 'gte', 'ngte', 'lt', 'nlt', 'lte', 'nlte'])
    expect(input, '2.0', { [test]: named });
}

function addSort(model: ContractModel, name: string, rows: TypeModel): void {
  if (name === '' || model.types.has(name)) return;
  const input = model.type('input', name);
  for (const field of rows.fields)
    for (const [version, { type = '[' }] of field.observations) {
      const kind = model.types.get(namedType(type))?.kind;
      if (!type.startsWith('[') && kind !== 'type') expect(input, version, { [field.name]: 'SortEnumType' });
    }
}

/**
 * From 2.1 on every change can be sent again under its key, except deletions. Of commands that set a state, the pages
 * decide.
 */
function addIdempotencyKey(model: ContractModel, field: FieldModel): void {
  if (/^(Control|Delete|Remove|Replace|Set)/.test(field.name)) return;
  const request = field.args.find((one) => one.name === 'request');
  for (const { type } of request?.observations.values() ?? []) {
    const input = model.types.get(namedType(type ?? ''));
    if (input?.kind !== 'input' || input.fields.length === 0) continue;
    for (const version of ['2.1', '2.2', '2.3'] as const)
      expect(input, version, { idempotencyKey: 'String' });
  }
}
