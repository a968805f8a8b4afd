import type { ServerResponse } from 'node:http';
import type { Operation } from '../contract/contract.ts';
import type { TypeNode } from '../contract/types.ts';
import { assume } from '../../platform/http.ts';
import type { Page, Projector } from '../projection/projector.ts';
import type { ViewContext } from '../projection/views.ts';
import type { Answer } from './call.ts';

/** Turns handlers' answers into bytes on the wire, remembering the JSON of entities that have not changed since. */
export class AnswerWriter {
  /** JSON by entity and shape, valid for one revision of the tenant's data. */
  readonly #fragments = new WeakMap<object, Map<string, { revision: number; json: string }>>();

  constructor(
    private readonly projector: Projector,
    /** Shapes that the contract leaves open and GraphQL defines; loaded when first needed. */
    private readonly graphqlShape: (type: string, value: unknown, context: ViewContext) => unknown,
  ) {}

  write(response: ServerResponse, operation: Operation, answer: Answer, context: ViewContext): void {
    for (const id of answer.assumptions ?? []) assume(response, id);
    const status = answer.status ?? successStatus(operation);
    response.statusCode = status;
    if (answer.bytes) {
      response.setHeader('Content-Type', answer.bytes.type);
      if (answer.bytes.fileName !== undefined) {
        response.setHeader(
          'Content-Disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(answer.bytes.fileName)}`,
        );
      }
      end(
        response,
        Buffer.from(answer.bytes.data.buffer, answer.bytes.data.byteOffset, answer.bytes.data.byteLength),
      );
      return;
    }
    const json = this.#json(operation, status, answer, context);
    if (json === undefined) {
      end(response, undefined);
      return;
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    end(response, Buffer.from(json));
  }

  #json(operation: Operation, status: number, answer: Answer, context: ViewContext): string | undefined {
    if (answer.json !== undefined) return JSON.stringify(answer.json);
    if (answer.value === undefined) return undefined;
    if (answer.as && 'graphql' in answer.as)
      return JSON.stringify(this.#shaped(answer.as.graphql, answer.value, context));
    const type = answer.as ?? operation.answers.get(status);
    return type && this.#typed(type, answer.value, context);
  }

  /** A page of rows keeps its envelope; the shape is that of each row. */
  #shaped(type: string, value: unknown, context: ViewContext): unknown {
    if (!isPage(value)) return this.graphqlShape(type, value, context);
    return this.projector.pageEnvelope(
      value,
      value.items.map((row) => this.graphqlShape(type, row, context)),
    );
  }

  #typed(type: TypeNode, value: unknown, context: ViewContext): string {
    if (type.kind === 'page') {
      const page = value as Page;
      const marker = '\u0000items';
      const envelope = JSON.stringify(this.projector.pageEnvelope(page, marker));
      // The rows are joined from remembered JSON; only the envelope is made anew.
      return envelope.replace(JSON.stringify(marker), () => this.#list(type.of, page.items, context));
    }
    if (type.kind === 'list' && Array.isArray(value)) return this.#list(type.of, value, context);
    return this.#fragment(type, value, context);
  }

  #list(type: TypeNode, rows: readonly unknown[], context: ViewContext): string {
    return `[${rows.map((row) => this.#fragment(type, row, context)).join(',')}]`;
  }

  #fragment(type: TypeNode, value: unknown, context: ViewContext): string {
    if (type.kind !== 'schema' || typeof value !== 'object' || value === null) {
      return JSON.stringify(this.projector.project(type, value, context));
    }
    const { revision } = context.data;
    let shapes = this.#fragments.get(value);
    if (!shapes) this.#fragments.set(value, (shapes = new Map()));
    const known = shapes.get(type.name);
    if (known?.revision === revision) return known.json;
    const json = JSON.stringify(this.projector.project(type, value, context));
    shapes.set(type.name, { revision, json });
    return json;
  }
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'totalItems' in value && 'items' in value;
}

/** @returns the lowest success status that the contract lists for the operation */
export function successStatus(operation: Operation): number {
  return Math.min(...[...operation.answers.keys()].filter((status) => status >= 200 && status < 300));
}

function end(response: ServerResponse, body: Buffer | undefined): void {
  response.setHeader('Content-Length', body?.byteLength ?? 0);
  response.end(body);
}
