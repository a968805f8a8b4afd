import type { ServerResponse } from 'node:http';
import type { Operation } from '../contract/contract.ts';
import type { TypeNode } from '../contract/types.ts';
import type { TenantData } from '../store/tenant-data.ts';
import { inferredAssumption } from '../wire/inferred.ts';
import type { AssumptionId } from '../../platform/assumptions.ts';
import { assume } from '../../platform/http.ts';
import type { Page, Projector } from '../wire/views/projector.ts';
import type { ViewContext } from '../wire/views/views.ts';
import type { AnswerStorage } from '../wire/idempotent-writes.ts';
import type { Answer } from '../wire/rest/call.ts';

/** An answer ready to be sent. */
export interface RenderedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly assumptions: readonly AssumptionId[];
}

/** How answers are kept for writes that are repeated under their key. */
export const renderedAnswers: AnswerStorage<RenderedAnswer> = {
  store: ({ status, headers, body, assumptions }) => ({
    status,
    headers: { ...headers },
    assumptions: [...assumptions],
    ...(body && { body: body.toString('base64') }),
  }),
  restore: (stored) => ({
    ...stored,
    body: stored.body === undefined ? undefined : Buffer.from(stored.body, 'base64'),
  }),
};

const comma = Buffer.from(',');
const open = Buffer.from('[');
const close = Buffer.from(']');

/** Turns handlers' answers into bytes, remembering the JSON of entities that have not changed since. */
export class AnswerWriter {
  /**
   * JSON by tenant, entity and shape, valid for one revision of the tenant's data: tenants made of one template share
   * rows, and what a row refers to differs between them. Kept as bytes, so that a page only has to be joined.
   */
  readonly #fragments = new WeakMap<
    TenantData,
    WeakMap<object, Map<string, { revision: number; json: Buffer }>>
  >();

  constructor(
    private readonly projector: Projector,
    /** Shapes that the contract leaves open and GraphQL defines; loaded when first needed. */
    private readonly graphqlShape: (type: string, value: unknown, context: ViewContext) => unknown,
  ) {}

  /** @returns the answer as bytes, for sending now and again */
  render(operation: Operation, answer: Answer, context: ViewContext): RenderedAnswer {
    const status = answer.status ?? successStatus(operation);
    const assumptions = [
      ...inferredAssumption(operation.inferred),
      ...(answer.assumptions ?? []),
      ...(atAnEnd(answer.value) ? pageNumbers : []),
    ];
    if (answer.bytes) {
      const { data, type, fileName } = answer.bytes;
      const disposition =
        fileName === undefined
          ? {}
          : { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` };
      const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      return { status, assumptions, headers: { 'Content-Type': type, ...disposition }, body };
    }
    const body = this.#json(operation, status, answer, context);
    const headers = body && { 'Content-Type': 'application/json; charset=utf-8' };
    return { status, assumptions, headers: headers ?? {}, body };
  }

  #json(operation: Operation, status: number, answer: Answer, context: ViewContext): Buffer | undefined {
    if (answer.json !== undefined) return encoded(answer.json);
    if (answer.value === undefined) return undefined;
    const shape = operation.sent.get(status)?.graphql;
    if (shape !== undefined) return this.#shaped(shape, answer.value, context);
    const type = operation.answers.get(status);
    return type && this.#typed(type, answer.value, context);
  }

  /** A page of rows keeps its envelope; the shape is that of each row. */
  #shaped(type: string, value: unknown, context: ViewContext): Buffer {
    const row = (one: unknown): Buffer =>
      this.#remembered(one, `graphql ${type}`, context, () => this.graphqlShape(type, one, context));
    if (Array.isArray(value)) return Buffer.concat(list(value, row));
    return isPage(value) ? this.#page(value, row) : row(value);
  }

  #typed(type: TypeNode, value: unknown, context: ViewContext): Buffer {
    const each = (of: TypeNode) => (one: unknown) => this.#fragment(of, one, context);
    if (type.kind === 'page') return this.#page(value as Page, each(type.of));
    if (type.kind === 'list' && Array.isArray(value)) return Buffer.concat(list(value, each(type.of)));
    return this.#fragment(type, value, context);
  }

  /** The rows are joined from cached JSON; only the envelope is new. */
  #page(page: Page, row: (one: unknown) => Buffer): Buffer {
    const marker = '\u0000items';
    const envelope = JSON.stringify(this.projector.pageEnvelope(page, marker));
    const [before = '', after = ''] = envelope.split(JSON.stringify(marker));
    return Buffer.concat([Buffer.from(before), ...list(page.items, row), Buffer.from(after)]);
  }

  #fragment(type: TypeNode, value: unknown, context: ViewContext): Buffer {
    const project = () => this.projector.project(type, value, context);
    return type.kind === 'schema' ? this.#remembered(value, type.name, context, project) : encoded(project());
  }

  #remembered(value: unknown, shape: string, context: ViewContext, make: () => unknown): Buffer {
    if (typeof value !== 'object' || value === null) return encoded(make());
    const { data } = context;
    let rows = this.#fragments.get(data);
    if (!rows) this.#fragments.set(data, (rows = new WeakMap()));
    let shapes = rows.get(value);
    if (!shapes) rows.set(value, (shapes = new Map()));
    const known = shapes.get(shape);
    if (known?.revision === data.revision) return known.json;
    const json = encoded(make());
    shapes.set(shape, { revision: data.revision, json });
    return json;
  }
}

function list(rows: readonly unknown[], row: (one: unknown) => Buffer): Buffer[] {
  const parts: Buffer[] = [open];
  for (const [index, one] of rows.entries()) {
    if (index > 0) parts.push(comma);
    parts.push(row(one));
  }
  parts.push(close);
  return parts;
}

function encoded(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

const pageNumbers: readonly AssumptionId[] = ['page-numbers'];

/** @returns whether an answer is a page without a page before or after it */
function atAnEnd(value: unknown): boolean {
  if (!isPage(value)) return false;
  return value.pageNumber <= 1 || value.pageNumber >= Math.ceil(value.totalItems / value.pageSize);
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'totalItems' in value && 'items' in value;
}

/** @returns the lowest success status that the contract lists for the operation */
export function successStatus(operation: Operation): number {
  return Math.min(...[...operation.answers.keys()].filter((status) => status >= 200 && status < 300));
}

/** Sends a rendered answer. */
export function sendAnswer(
  response: ServerResponse,
  { status, headers, body, assumptions }: RenderedAnswer,
): void {
  for (const id of assumptions) assume(response, id);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('Content-Length', body?.byteLength ?? 0);
  response.end(body);
}
