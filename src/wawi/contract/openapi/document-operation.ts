import type { ApiVersion, Operation, Parameter, SentBody } from '../contract.ts';
import type { TypeNode } from '../types.ts';
import type { InferredPart } from '../inferred-part.ts';
import { covers, type AnyVersion } from '../versions.ts';
import { existsIn, operationAt, parameterAt, versionsOf } from './at-version.ts';
import {
  methods,
  type ContractDocument,
  type OperationNode,
  type ParameterNode,
  type ResponseNode,
  type SchemaNode,
} from './model.ts';
import { graphqlBody, typeNode } from './type-nodes.ts';

/** An operation that a version has. */
export interface OperationRow {
  readonly method: string;
  readonly path: string;
  readonly node: OperationNode;
}

/** @returns the operations that the version has, in the document's order */
export function operationRows(document: ContractDocument, version: AnyVersion): OperationRow[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = item[method];
      return node && existsIn(node, version) ? [{ method, path, node }] : [];
    }),
  );
}

interface Bodies {
  readonly body?: TypeNode;
  readonly bodyOptional: boolean;
  readonly answers: ReadonlyMap<number, TypeNode | undefined>;
  readonly sent: ReadonlyMap<number, SentBody>;
}

/**
 * An operation of an annotated document in one version. Its parameters and bodies are read when they are first asked
 * for: a process needs few of the hundreds of operations.
 */
export class DocumentOperation implements Operation {
  readonly id: string;
  readonly method: Operation['method'];
  readonly path: string;
  #parameters: Record<ParameterNode['in'], Parameter[]> | undefined;
  #bodies: Bodies | undefined;

  constructor(
    private readonly row: OperationRow,
    private readonly document: ContractDocument,
    private readonly apiVersion: AnyVersion,
    readonly version: ApiVersion,
  ) {
    this.id = row.node.operationId;
    this.method = row.method.toUpperCase() as Operation['method'];
    this.path = row.path;
  }

  get otherPaths(): readonly string[] {
    return (this.row.node['x-also-at'] ?? []).map(({ path }) => path);
  }

  get tag(): string {
    return this.row.node.tags[0] ?? '';
  }

  get summary(): string {
    return this.row.node.summary;
  }

  get inferred(): InferredPart | undefined {
    const { operation, shapes } = this.row.node['x-inferred'] ?? {};
    if (operation !== undefined && covers(operation, this.apiVersion)) return 'operation';
    return shapes !== undefined && covers(shapes, this.apiVersion) ? 'shapes' : undefined;
  }

  get scopes(): readonly string[] {
    return this.row.node['x-scopes'] ?? [];
  }

  get scopesAssumed(): boolean {
    return this.row.node['x-scopes-assumed'] ?? false;
  }

  get stability(): string {
    return this.row.node['x-stability'] ?? 'stable';
  }

  get since(): AnyVersion {
    const [first] = versionsOf(this.row.node['x-versions'] ?? this.document['x-versions']);
    return first ?? this.apiVersion;
  }

  get params(): readonly Parameter[] {
    return this.#placed('path');
  }

  get query(): readonly Parameter[] {
    return this.#placed('query');
  }

  get headers(): readonly Parameter[] {
    return this.#placed('header');
  }

  get body(): TypeNode | undefined {
    return this.#read().body;
  }

  get bodyOptional(): boolean {
    return this.#read().bodyOptional;
  }

  get answers(): ReadonlyMap<number, TypeNode | undefined> {
    return this.#read().answers;
  }

  get sent(): ReadonlyMap<number, SentBody> {
    return this.#read().sent;
  }

  #placed(place: ParameterNode['in']): readonly Parameter[] {
    if (!this.#parameters) {
      this.#parameters = { path: [], query: [], header: [] };
      for (const one of this.row.node.parameters ?? [])
        if (existsIn(one, this.apiVersion)) this.#parameters[one.in].push(this.#parameter(one));
    }
    return this.#parameters[place];
  }

  #parameter(node: ParameterNode): Parameter {
    const { name, in: place, required, schema } = parameterAt(node, this.apiVersion);
    return { name, type: typeNode(schema, this.apiVersion), required: place !== 'path' && required === true };
  }

  #read(): Bodies {
    this.#bodies ??= this.#readBodies();
    return this.#bodies;
  }

  #readBodies(): Bodies {
    const { requestBody, responses } = operationAt(this.row.node, this.apiVersion);
    const body = Object.values(requestBody?.content ?? {})[0]?.schema;
    const answers = new Map<number, TypeNode | undefined>();
    const sent = new Map<number, SentBody>();
    for (const [status, response] of Object.entries(responses)) {
      const answer = answerSchema(resolved(response, this.document));
      const shape = answer && graphqlBody(answer.schema);
      const type = answer && !shape ? typeNode(answer.schema, this.apiVersion) : undefined;
      answers.set(Number(status), type);
      if (shape) sent.set(Number(status), shape);
      else if (type && answer?.media !== 'application/json')
        sent.set(Number(status), { media: answer?.media ?? '', type });
    }
    return {
      ...(body ? { body: typeNode(body, this.apiVersion) } : {}),
      bodyOptional: requestBody?.required === false,
      answers,
      sent,
    };
  }
}

const responsePrefix = '#/components/responses/';

/** @returns a response that stands for itself: answers that many operations share are written once */
export function resolved(response: ResponseNode, document: ContractDocument): ResponseNode {
  if (response.$ref === undefined) return response;
  return document.components.responses?.[response.$ref.slice(responsePrefix.length)] ?? {};
}

function answerSchema(response: ResponseNode): { media: string; schema: SchemaNode } | undefined {
  const [entry] = Object.entries(response.content ?? {});
  return entry && { media: entry[0], schema: entry[1].schema ?? {} };
}
