import type {
  ApiVersion,
  ObjectSchema,
  Operation,
  Parameter,
  Property,
  RestContract,
  SentBody,
} from '../contract.ts';
import type { ScalarName, TypeNode } from '../types.ts';
import { parseRange, type AnyVersion } from '../versions.ts';
import { enumAt, existsIn, operationAt, parameterAt, schemaAt } from './at-version.ts';
import type {
  BodyNode,
  ContractDocument,
  OperationNode,
  ParameterNode,
  ResponseNode,
  SchemaNode,
} from './model.ts';
import { methods } from './model.ts';

const schemaPrefix = '#/components/schemas/';

/** One version of an annotated document, read as the engine's model; schemas on first use. */
export class DocumentContract implements RestContract {
  readonly version: ApiVersion;
  readonly operations: readonly Operation[];
  readonly alsoAt: Readonly<Record<string, readonly string[]>>;
  readonly #objects = new Map<string, ObjectSchema>();

  constructor(
    private readonly document: ContractDocument,
    readonly apiVersion: AnyVersion,
  ) {
    this.version = apiVersion.startsWith('1.') ? 'v1' : 'v2';
    const rows = operationRows(document, apiVersion);
    this.operations = rows.map((row) => this.#operation(row));
    this.alsoAt = Object.fromEntries(
      rows.flatMap(({ method, path, node }) => {
        const paths = (node['x-also-at'] ?? [])
          .filter(({ versions }) => existsIn({ 'x-versions': versions }, apiVersion))
          .map((other) => other.path);
        return paths.length > 0 ? [[`${method.toUpperCase()} ${path}`, paths] as const] : [];
      }),
    );
  }

  get schemaNames(): string[] {
    return Object.entries(this.document.components.schemas)
      .filter(([, node]) => existsIn(node, this.apiVersion))
      .map(([name]) => name);
  }

  /** @returns the values of an enum schema, or undefined if the name is not that of an enum */
  enumValues(name: string): ReadonlyMap<number, string> | undefined {
    const node = this.document.components.schemas[name];
    return node?.enum && enumAt(node, this.apiVersion);
  }

  /** @throws Error for a name that the version does not have, a mistake in the tables that use it */
  object(name: string): ObjectSchema {
    const known = this.#objects.get(name);
    if (known) return known;
    const node = this.document.components.schemas[name];
    if (!node || !existsIn(node, this.apiVersion))
      throw new Error(`version ${this.apiVersion} of the contract has no schema '${name}'`);
    const required = new Set(node.required);
    const schema: ObjectSchema = {
      name,
      properties: Object.entries(node.properties ?? {})
        .filter(([, property]) => existsIn(property, this.apiVersion))
        .map(([property, own]) => this.#property(property, own, required)),
    };
    this.#objects.set(name, schema);
    return schema;
  }

  #property(name: string, node: SchemaNode, required: ReadonlySet<string>): Property {
    const { schema, required: own } = schemaAt(node, this.apiVersion);
    return {
      name: name.charAt(0).toUpperCase() + name.slice(1),
      type: this.#type(schema),
      required: own ?? required.has(name),
      readOnly: schema.readOnly ?? false,
      ...(schema.nullable === undefined ? {} : { nullable: schema.nullable }),
    };
  }

  #operation({ method, path, node, versions }: OperationRow): Operation {
    const { requestBody, responses } = operationAt(node, this.apiVersion);
    const body = bodySchema(requestBody);
    const parameters = (node.parameters ?? []).filter((one) => existsIn(one, this.apiVersion));
    const placed = (place: ParameterNode['in']): Parameter[] =>
      parameters.filter((one) => one.in === place).map((one) => this.#parameter(one));
    return {
      id: node.operationId,
      version: this.version,
      method: method.toUpperCase() as Operation['method'],
      path,
      tag: node.tags[0] ?? '',
      summary: node.summary,
      scopes: node['x-scopes'] ?? [],
      scopesAssumed: node['x-scopes-assumed'] ?? false,
      params: placed('path'),
      query: placed('query'),
      headers: placed('header'),
      ...(body ? { body: this.#type(body) } : {}),
      bodyOptional: requestBody?.required === false,
      answers: this.#answers(responses),
      sent: this.#sent(responses),
      stability: node['x-stability'] ?? 'stable',
      since: versions[0] ?? this.apiVersion,
    };
  }

  #parameter(node: ParameterNode): Parameter {
    const { name, in: place, required, schema } = parameterAt(node, this.apiVersion);
    return { name, type: this.#type(schema), required: place !== 'path' && required === true };
  }

  #answers(responses: Record<string, ResponseNode>): ReadonlyMap<number, TypeNode | undefined> {
    return new Map(
      Object.entries(responses).map(([status, response]) => {
        const schema = answerSchema(response)?.schema;
        return [Number(status), schema && !graphqlRows(schema) ? this.#type(schema) : undefined] as const;
      }),
    );
  }

  #sent(responses: Record<string, ResponseNode>): ReadonlyMap<number, SentBody> {
    return new Map(
      Object.entries(responses).flatMap(([status, response]) => {
        const answer = answerSchema(response);
        if (!answer) return [];
        const shape = graphqlRows(answer.schema);
        if (shape) return [[Number(status), shape] as const];
        if (answer.media === 'application/json') return [];
        return [[Number(status), { media: answer.media, type: this.#type(answer.schema) }] as const];
      }),
    );
  }

  #type(schema: SchemaNode): TypeNode {
    if (schema['x-page-of']) return { kind: 'page', of: this.#type(schema['x-page-of']) };
    if (schema.$ref !== undefined) return { kind: 'schema', name: schema.$ref.slice(schemaPrefix.length) };
    if (schema['x-key'] !== undefined) return { kind: 'key', key: schema['x-key'] };
    if (schema.enum) return { kind: 'enum', values: enumAt(schema, this.apiVersion) };
    if (schema.type === 'array') return { kind: 'list', of: this.#type(schema.items ?? {}) };
    if (schema.additionalProperties) return { kind: 'map', of: this.#type(schema.additionalProperties) };
    return scalarType(schema);
  }
}

/** An operation that a version has. */
export interface OperationRow {
  readonly method: string;
  readonly path: string;
  readonly node: OperationNode;
  /** All versions that have it. */
  readonly versions: readonly AnyVersion[];
}

/** @returns the operations that the version has, in the document's order */
export function operationRows(document: ContractDocument, version: AnyVersion): OperationRow[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = item[method];
      if (!node || !existsIn(node, version)) return [];
      return [{ method, path, node, versions: parseRange(node['x-versions'] ?? document['x-versions']) }];
    }),
  );
}

function bodySchema(body: BodyNode | undefined): SchemaNode | undefined {
  return Object.values(body?.content ?? {})[0]?.schema;
}

function answerSchema(response: ResponseNode): { media: string; schema: SchemaNode } | undefined {
  const [entry] = Object.entries(response.content ?? {});
  return entry && { media: entry[0], schema: entry[1].schema ?? {} };
}

/** @returns undefined for a schema that is not in the shape of a GraphQL type */
function graphqlRows(schema: SchemaNode): SentBody | undefined {
  const [graphql, list, page] = [schema, schema.items, schema['x-page-of']].map(
    (one) => one?.['x-graphql-type'],
  );
  if (graphql !== undefined) return { graphql };
  if (list !== undefined) return { graphql: list, rows: 'list' };
  return page === undefined ? undefined : { graphql: page, rows: 'page' };
}

/** Format (or type where a schema has none) -> the engine's name of the scalar. */
const scalarNames: Readonly<Record<string, ScalarName>> = {
  int32: 'int32',
  int64: 'int64',
  decimal: 'decimal',
  double: 'double',
  'date-time': 'date-time',
  'time-span': 'duration',
  uri: 'uri',
  uuid: 'guid',
  byte: 'byte',
  binary: 'binary',
  boolean: 'boolean',
  string: 'string',
};

function scalarType(schema: SchemaNode): TypeNode {
  const name = scalarNames[schema.format ?? schema.type ?? ''] ?? 'object';
  const { minLength, maxLength, minimum, maximum } = schema;
  return {
    kind: 'scalar',
    name,
    ...(minLength === undefined ? {} : { min: minLength }),
    ...(maxLength === undefined ? {} : { max: maxLength }),
    ...(minimum === undefined || maximum === undefined ? {} : { range: [minimum, maximum] }),
  };
}
