import { maxPageSize, standardPageSize } from '../../contract/paging.ts';
import type { EntityMap, EntityName } from '../../store/entity-map.ts';
import { DomainError } from '../../store/errors.ts';
import { pageOf, type RowPage } from '../../store/collections/query.ts';
import { reader } from '../../store/collections/order.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Draft } from '../views/draft-reader.ts';
import type { Answer, Call, Handler } from './call.ts';
import { ApiError } from '../access/api-errors.ts';

/**
 * A list filter: the field a query parameter must equal, or a test of a row against the parameter's value. `none` is what
 * rows without the field show for it, and what finds them.
 */
export type Filter<E> =
  | string
  | { readonly path: string; readonly none: unknown }
  | ((row: E, value: never, data: TenantData) => boolean);

/** How a list operation filters and orders: query parameter -> filter. */
export interface ListSpec<E> {
  filters?: Readonly<Record<string, Filter<E>>>;
  /** Always holds, parameters aside. */
  only?: (row: E) => boolean;
  orderBy?: string;
}

/**
 * @returns the requested page; by default v1 gives 50 rows, v2 100
 * @throws ApiError 400 for page 0, size 0 or a size above 1000
 */
export function pageRequest(call: Call): { pageNumber: number; pageSize: number } {
  const pageNumber = (call.query['pageNumber'] as number | undefined) ?? 1;
  const pageSize = (call.query['pageSize'] as number | undefined) ?? standardPageSize[call.operation.version];
  const fields = [
    ...(pageNumber < 1
      ? [{ field: 'pageNumber', message: `The value ${pageNumber} must be at least 1.` }]
      : []),
    ...(pageSize < 1 || pageSize > maxPageSize
      ? [{ field: 'pageSize', message: `The value ${pageSize} must be between 1 and ${maxPageSize}.` }]
      : []),
  ];
  if (fields.length > 0) {
    const message = fields.map((one) => `${one.field}: ${one.message}`).join(' ');
    throw new ApiError({
      status: 400,
      code: 'ValidationError',
      message,
      fields,
      assumptions: ['page-size-limit'],
    });
  }
  return { pageNumber, pageSize };
}

/** Lists a kind page by page. */
export function page<N extends EntityName>(name: N, spec: ListSpec<EntityMap[N]> = {}): Handler {
  return (call) => ({ value: select(call, name, spec, pageRequest(call)) });
}

/** Lists all rows of a kind as a bare array. */
export function all<N extends EntityName>(name: N, spec: ListSpec<EntityMap[N]> = {}): Handler {
  return (call) => ({
    value: select(call, name, spec, { pageNumber: 1, pageSize: Number.MAX_SAFE_INTEGER }).items,
  });
}

/** Takes one page of rows that are already loaded. */
export function pageOfRows<T>(call: Call, rows: readonly T[]): RowPage<T> {
  const { pageNumber, pageSize } = pageRequest(call);
  const from = (pageNumber - 1) * pageSize;
  return { items: rows.slice(from, from + pageSize), totalItems: rows.length, pageNumber, pageSize };
}

function select<N extends EntityName>(
  call: Call,
  name: N,
  spec: ListSpec<EntityMap[N]>,
  paging: { pageNumber: number; pageSize: number },
): RowPage<EntityMap[N]> {
  type Row = EntityMap[N];
  const predicates: ((row: Row) => boolean)[] = spec.only ? [spec.only] : [];
  let where: Equality | undefined;
  for (const [parameter, filter] of Object.entries(spec.filters ?? {})) {
    const value = call.query[parameter];
    if (value === undefined) continue;
    if (typeof filter === 'function') predicates.push(accepting(filter, value, call.data));
    else if (!where) where = equality(filter, value);
    else predicates.push(equals(equality(filter, value)));
  }
  return pageOf(call.data.of(name), {
    ...(where ? { where } : {}),
    predicates,
    ...(spec.orderBy === undefined ? {} : { orderBy: spec.orderBy }),
    ...paging,
  });
}

/** @param value of the query parameter, which the contract's type has checked */
function accepting<E>(
  filter: Exclude<Filter<E>, string>,
  value: unknown,
  data: TenantData,
): (row: E) => boolean {
  const accepts = filter as (row: E, value: unknown, data: TenantData) => boolean;
  return (row) => accepts(row, value, data);
}

/** The predicates that a request's query parameters ask for. */
export function filtersOf<E>(
  call: Call,
  filters: Readonly<Record<string, Filter<E>>>,
): ((row: E) => boolean)[] {
  return Object.entries(filters).flatMap(([parameter, filter]) => {
    const value = call.query[parameter];
    if (value === undefined) return [];
    if (typeof filter !== 'function') return [equals(equality(filter, value))];
    return [accepting(filter, value, call.data)];
  });
}

interface Equality {
  readonly path: string;
  /** Undefined for rows without the field. */
  readonly value: unknown;
}

function equality(filter: string | { path: string; none: unknown }, value: unknown): Equality {
  if (typeof filter === 'string') return { path: filter, value };
  return { path: filter.path, value: value === filter.none ? undefined : value };
}

function equals({ path, value }: Equality): (row: unknown) => boolean {
  const read = reader(path);
  const wanted = typeof value === 'string' ? value.toLowerCase() : value;
  return (row) => {
    const actual = read(row);
    return (typeof actual === 'string' ? actual.toLowerCase() : actual) === wanted;
  };
}

/** The value of the operation's path parameter that names an entity; default: the first. */
export function idOf(call: Call, parameter?: string): number {
  const value = parameter === undefined ? Object.values(call.params)[0] : call.params[parameter];
  return value as number;
}

/** Reads one entity by the first path parameter. */
export function one<N extends EntityName>(name: N): Handler {
  return (call) => ({ value: call.data.get(name, idOf(call)) });
}

/**
 * Creates an entity and answers it.
 * @param make a domain operation; gets the draft of the body
 */
export function create<T, D = Draft>(make: (data: TenantData, draft: D, call: Call) => T): Handler {
  return async (call) => ({ value: await call.write((data) => make(data, call.draft as D, call)) });
}

/**
 * Changes an entity named by the first path parameter and answers it.
 * @param change a domain operation; gets the id and the draft of the body
 */
export function update<T>(change: (data: TenantData, id: number, draft: Draft, call: Call) => T): Handler {
  return async (call) => ({ value: await call.write((data) => change(data, idOf(call), call.draft, call)) });
}

/** Deletes an entity named by the first path parameter; 409 while others refer to it. */
export function remove(name: EntityName): Handler {
  return async (call) => {
    await call.write((data) => {
      data.delete(name, idOf(call));
    });
    return {};
  };
}

/** Runs a change that answers nothing. */
export function act(work: (data: TenantData, call: Call) => void): Handler {
  return async (call) => {
    await call.write((data) => {
      work(data, call);
    });
    return {};
  };
}

/** Lists a part of an entity as a bare array: its notes, its line items. */
export function part<N extends EntityName>(
  name: N,
  read: (row: EntityMap[N], call: Call) => readonly unknown[],
): Handler {
  return (call) => ({ value: read(call.data.get(name, idOf(call)), call) });
}

/** Answers bytes; 404 when the store has none under the id. */
export async function fileAnswer(
  call: Call,
  fileId: number,
  type: string,
  fileName?: string,
): Promise<Answer> {
  const data = await call.files.read(fileId);
  if (!data) throw new DomainError('not-found', `There is no file with the id ${fileId}.`);
  return { bytes: { data, type, ...(fileName === undefined ? {} : { fileName }) } };
}
