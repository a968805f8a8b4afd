import { parseType, type TypeNode } from './types.ts';
import type { AnyVersion } from './versions.ts';

export type ApiVersion = 'v1' | 'v2';
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the contract, as the data files hold it. */
interface OperationRow {
  id: string;
  method: Method;
  path: string;
  tag: string;
  summary: string;
  /** Any one of them suffices; empty: see `assumedScope`. */
  scopes: string[];
  /** Our choice where the contract names no scope: that of the operation's v2 resource. */
  assumedScope?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** A trailing `?` marks a body that may be missing. */
  body?: string;
  answers: Record<string, string>;
  /** See {@link SentBody}: `graphql(X)`, `graphql(X)[]`, `PagedList<graphql(X)>`, `application/pdf:binary`. */
  sent?: Record<string, string>;
  stability?: string;
  /** Lowest platform version that has the operation; absent: 2.0. */
  since?: '2.1' | '2.2';
}

interface SchemaRow {
  required?: string[];
  properties?: Record<string, string>;
  enum?: Record<string, string>;
}

export interface ContractData {
  operations: OperationRow[];
  schemas: Record<string, SchemaRow>;
  /** Further paths of operations: `PATCH /items/{itemId}` -> paths that later versions moved or renamed it to. */
  alsoAt?: Record<string, string[]>;
}

/** A named value of an operation: path or query parameter, header. */
export interface Parameter {
  readonly name: string;
  readonly type: TypeNode;
  readonly required: boolean;
}

/** What goes over the wire where the contract leaves the body of an answer open, or says less than that. */
export interface SentBody {
  /** Absent: JSON. */
  readonly media?: string;
  readonly type?: TypeNode;
  /** The GraphQL type that the body, or each row of it, has the shape of. */
  readonly graphql?: string;
  readonly rows?: 'list' | 'page';
}

export interface Operation {
  /** The contract's own operation id. */
  readonly id: string;
  readonly version: ApiVersion;
  readonly method: Method;
  /** Template relative to the version's base, such as `/sales-orders/{salesOrderId}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly scopes: readonly string[];
  /** True where the scope is our choice. */
  readonly scopesAssumed: boolean;
  readonly params: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly headers: readonly Parameter[];
  readonly body?: TypeNode | undefined;
  readonly bodyOptional: boolean;
  /** Status -> type of the body, undefined for an empty or undocumented one. */
  readonly answers: ReadonlyMap<number, TypeNode | undefined>;
  /** By status. */
  readonly sent: ReadonlyMap<number, SentBody>;
  readonly stability: string;
  /** The first version that has it. */
  readonly since: AnyVersion;
}

export interface Property {
  readonly name: string;
  readonly type: TypeNode;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Whether an answer may carry null there, where a source says so. */
  readonly nullable?: boolean;
}

export interface ObjectSchema {
  readonly name: string;
  readonly properties: readonly Property[];
}

/** One version of the REST contract, as the engine reads it. */
export interface RestContract {
  readonly version: ApiVersion;
  readonly operations: readonly Operation[];
  /** Further paths of operations, by `METHOD /path`. */
  readonly alsoAt: Readonly<Record<string, readonly string[]>>;
  readonly schemaNames: string[];
  /** @returns the values of an enum schema, or undefined if the name is not that of an enum */
  enumValues(name: string): ReadonlyMap<number, string> | undefined;
  /** @throws Error for a name the contract does not have, a mistake in the tables */
  object(name: string): ObjectSchema;
}

/** A contract of the data files: operations and schemas, parsed on first use. */
export class Contract implements RestContract {
  readonly operations: readonly Operation[];
  /** Further paths of operations, by `METHOD /path`. */
  readonly alsoAt: Readonly<Record<string, readonly string[]>>;
  readonly #rows: Record<string, SchemaRow>;
  readonly #objects = new Map<string, ObjectSchema>();

  constructor(
    readonly version: ApiVersion,
    data: ContractData,
  ) {
    this.operations = data.operations.map((row) => operation(version, row));
    this.alsoAt = data.alsoAt ?? {};
    this.#rows = data.schemas;
  }

  get schemaNames(): string[] {
    return Object.keys(this.#rows);
  }

  /** @returns the values of an enum schema, or undefined if the name is no enum */
  enumValues(name: string): ReadonlyMap<number, string> | undefined {
    const values = this.#rows[name]?.enum;
    return values && new Map(Object.entries(values).map(([value, label]) => [Number(value), label]));
  }

  /** @throws Error for a name the contract does not have, a mistake in the tables */
  object(name: string): ObjectSchema {
    const known = this.#objects.get(name);
    if (known) return known;
    const row = this.#rows[name];
    if (!row) throw new Error(`the ${this.version} contract has no schema '${name}'`);
    const required = new Set(row.required);
    const schema: ObjectSchema = {
      name,
      properties: Object.entries(row.properties ?? {}).map(([property, expression]) => ({
        name: property,
        type: parseType(expression),
        required: required.has(property),
        readOnly: expression.startsWith('ro '),
      })),
    };
    this.#objects.set(name, schema);
    return schema;
  }
}

function operation(version: ApiVersion, row: OperationRow): Operation {
  const scopes = row.assumedScope === undefined ? row.scopes : [row.assumedScope];
  return {
    id: row.id,
    version,
    method: row.method,
    path: row.path,
    tag: row.tag,
    summary: row.summary,
    scopes,
    scopesAssumed: row.assumedScope !== undefined,
    params: parameters(row.params),
    query: parameters(row.query),
    headers: parameters(row.headers),
    ...(row.body === undefined ? {} : { body: parseType(row.body) }),
    bodyOptional: row.body?.endsWith('?') ?? false,
    answers: new Map(
      Object.entries(row.answers).map(([status, type]) => [
        Number(status),
        type === '' ? undefined : parseType(type.replace(mediaPrefix, '')),
      ]),
    ),
    sent: new Map(
      Object.entries(row.sent ?? row.answers).flatMap(([status, type]) => {
        const sent = sentBody(type);
        return sent ? [[Number(status), sent] as const] : [];
      }),
    ),
    stability: row.stability ?? 'stable',
    since: row.since ?? '2.0',
  };
}

const mediaPrefix = /^([\w.+*-]+\/[\w.+*-]+):/;

/** @returns undefined for a body that is just JSON of the contract's type */
function sentBody(expression: string): SentBody | undefined {
  const shape = /^(PagedList<)?graphql\((\w+)\)>?(\[\])?$/.exec(expression);
  if (shape) {
    const rows = shape[1] === undefined ? (shape[3] === undefined ? undefined : 'list') : 'page';
    return { graphql: shape[2] ?? '', ...(rows && { rows }) };
  }
  const media = mediaPrefix.exec(expression)?.[1];
  return media === undefined ? undefined : { media, type: parseType(expression.replace(mediaPrefix, '')) };
}

function parameters(rows: Record<string, string> = {}): Parameter[] {
  return Object.entries(rows).map(([name, expression]) => ({
    name,
    type: parseType(expression),
    required: expression.endsWith('!'),
  }));
}
