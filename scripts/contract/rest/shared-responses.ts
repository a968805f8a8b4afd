import { resolved } from '../../../src/wawi/contract/openapi/document-operation.ts';
import type { ContractDocument, ResponseNode } from '../../../src/wawi/contract/openapi/model.ts';

const names: Readonly<Record<string, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  402: 'NoLicence',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  422: 'RuleViolated',
  500: 'Failed',
};

/** Refusals look alike in most operations, so a document has each of them once. */
export class SharedResponses {
  readonly components: Record<string, ResponseNode> = {};

  /** @returns the responses with references to the refusals that are written once */
  of(responses: Record<string, ResponseNode>): Record<string, ResponseNode> {
    return Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, this.#shared(status, response)]),
    );
  }

  #shared(status: string, response: ResponseNode): ResponseNode {
    const base = names[status];
    if (base === undefined) return response;
    const name = response.content ? base : `${base}WithoutBody`;
    const known = (this.components[name] ??= response);
    return JSON.stringify(known) === JSON.stringify(response)
      ? { $ref: `#/components/responses/${name}` }
      : response;
  }
}

/** @returns the responses without references */
export function inline(
  responses: Record<string, ResponseNode>,
  document: ContractDocument,
): Record<string, ResponseNode> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, resolved(response, document)]),
  );
}
