import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate, assume, factsOf } from '../../platform/http.ts';
import { remark } from '../../platform/notices.ts';
import { failureReason } from '../../platform/persistence/unusable-folder.ts';
import type { Platform } from '../../platform/platform.ts';
import { apiVersionOf } from '../../platform/tenant-version.ts';
import type { RestContract, Operation } from '../contract/contract.ts';
import { supportedVersions } from '../contract/versions.ts';
import { DomainError } from '../store/errors.ts';
import type { Caller, Authorizer } from '../wire/access/authorization.ts';
import { Projector } from '../wire/views/projector.ts';
import type { ViewContext, ViewTable } from '../wire/views/views.ts';
import type { Wawi } from '../store/wawi.ts';
import { actorNamed, runAsScope } from '../wire/access/actor.ts';
import { AnswerWriter, renderedAnswers, sendAnswer, type RenderedAnswer } from './answer-writer.ts';
import type { Call, Handler } from '../wire/rest/call.ts';
import type { OperationHandlers } from '../wire/rest/operation-handlers.ts';
import type { Inbound } from './inbound.ts';
import { refusalOf } from '../wire/rest/domain-refusals.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import { checkKey, IdempotentWrites } from '../wire/idempotent-writes.ts';
import { pathOf } from '../../platform/request-path.ts';
import { notImplemented, notThere } from './missing-operations.ts';
import { writeRefusal } from './refusal-writer.ts';
import { RequestReader, type ReadRequest } from './request-reader.ts';
import type { RestRoutes } from './route-table.ts';

/** Authenticates a request, in the cloud or on-premise. */
export type Admission = (request: IncomingMessage, operation: Operation) => Promise<Caller>;

/** Where a Wawi runs, as far as its REST API shows. */
export interface Edition {
  /** Whether the cloud's gateway, with its rules on media types, headers and HTML, stands before it. */
  readonly isCloud: boolean;
  /** @returns the refusal in the wording of the edition */
  word(refusal: ApiError): ApiError;
}

export const cloud: Edition = { isCloud: true, word: (refusal) => refusal };

/** The parts of one version of the REST API. */
export interface ApiParts {
  platform: Platform;
  wawi: Wawi;
  authorizer: Authorizer;
  edition: Edition;
  contract: RestContract;
  routes: RestRoutes;
  handlers: OperationHandlers;
  views: ViewTable;
  graphqlShape: (type: string, value: unknown, context: ViewContext) => unknown;
}

/** One version of the Wawi REST API: finds the operation, authorizes, validates, runs the handler, answers. */
export class RestApi {
  readonly #parts: ApiParts;
  readonly #reader: RequestReader;
  readonly #answers: AnswerWriter;
  readonly #repeats = new IdempotentWrites(renderedAnswers);

  constructor(parts: ApiParts) {
    this.#parts = parts;
    this.#reader = new RequestReader(parts.contract, parts.views, parts.platform.config);
    this.#answers = new AnswerWriter(
      new Projector(parts.contract, parts.views, parts.platform.config),
      parts.graphqlShape,
    );
  }

  /**
   * Serves a request.
   * @param admit authenticates the caller; default: as in the cloud
   */
  async handle(
    inbound: Inbound,
    admit: Admission = (request) => this.#parts.authorizer.admit(request),
  ): Promise<void> {
    const { request, response } = inbound;
    const began = performance.now();
    const clientNames = new Map<string, string>();
    try {
      const { operation, params } = await this.#route(inbound);
      annotate(response, {
        operationId: operation.id,
        stability: operation.stability,
        scopes: [operation.scopes],
      });
      if (await this.#parts.platform.faults.applyToOperation(request, response)) return;
      const caller = await this.#enter(inbound, operation, admit);
      const read = await this.#reader.read(
        inbound,
        operation,
        params,
        clientNames,
        this.#parts.edition.isCloud,
      );
      const call = await this.#call(operation, caller, inbound, read);
      const answer = await this.#answer(inbound, call);
      this.#tellTiming(response, began);
      sendAnswer(response, answer);
    } catch (error) {
      this.#tellTiming(response, began);
      this.#refuse(
        response,
        error instanceof DomainError ? refusalOf(error, this.#parts.contract.version, clientNames) : error,
      );
    }
  }

  /** As live answers do: how long the ERP took, in milliseconds, and which versions the operation has. */
  #tellTiming(response: ServerResponse, began: number): void {
    const elapsed = (performance.now() - began).toFixed(3);
    response.setHeader('Server-Timing', `erpapi-total;dur=${elapsed}`);
    response.setHeader('api-supported-versions', supportedVersions(this.#parts.contract.apiVersion));
  }

  /** @throws ApiError 404 or 405 for paths and methods that the version does not have */
  async #route({ request, path }: Inbound): Promise<{ operation: Operation; params: readonly string[] }> {
    const method = request.method ?? 'GET';
    const match = this.#parts.routes.find(method, path);
    if (match.kind === 'found') return { operation: match.target, params: match.params };
    const { contract, edition } = this.#parts;
    throw await notThere(method, { path, base: baseOf(request, path) }, match, contract, edition.isCloud);
  }

  async #enter({ request, response }: Inbound, operation: Operation, admit: Admission): Promise<Caller> {
    const caller = await admit(request, operation);
    annotate(response, { appId: caller.app.id, tenantId: caller.tenant.id });
    this.#parts.authorizer.count(response, caller);
    this.#parts.authorizer.checkScopes(caller, operation.scopes);
    this.#parts.authorizer.checkConnected(caller);
    return caller;
  }

  async #call(
    operation: Operation,
    caller: Caller,
    { request, response }: Inbound,
    read: ReadRequest,
  ): Promise<Call> {
    const { platform, wawi, contract } = this.#parts;
    const [data, files] = await Promise.all([wawi.data(caller.tenant), wawi.files(caller.tenant)]);
    const actor = actorNamed(data, request.headers);
    if (actor) {
      this.#parts.authorizer.checkScopes(caller, [runAsScope]);
      assume(response, 'run-as');
    }
    return {
      ...read,
      operation,
      contract,
      caller,
      data,
      files,
      headers: request.headers,
      now: new Date(platform.clock.now()).toISOString(),
      baseUrl: platform.urls.base,
      acceptsRegistrations: platform.config.acceptRegistrations,
      enforcesScopes: platform.config.enforceScopes,
      warnOfScope: (message) => remark(response, 'scope', message),
      erpVersion: apiVersionOf(caller.tenant, platform.config),
      write: (work) =>
        wawi.write(
          caller.tenant,
          (draft) => work(actor ? draft.actingAs(actor) : draft),
          factsOf(response).traceId,
        ),
    };
  }

  /** Does the operation, or repeats the answer of an earlier write under the same key. */
  async #answer({ request, path, query }: Inbound, call: Call): Promise<RenderedAnswer> {
    const { operation, data, now, caller, contract } = call;
    const act = async (one: Call) =>
      this.#answers.render(operation, await this.#handler(one, baseOf(request, path))(one), { data, now });
    const key = idempotencyKey(request);
    if (key === undefined) return act(call);
    const scope = `${caller.app.id} ${operation.method} /${contract.version}${path}?${query}`;
    const keyed = { key, scope, payload: call.bytes, data, write: call.write.bind(call) };
    return (await this.#repeats.run(keyed, (write) => act({ ...call, write }))).answer;
  }

  /** @throws ApiError 501 for an operation whose behaviour no source states */
  #handler({ operation }: Call, base: string): Handler {
    const handler = this.#parts.handlers.of(operation);
    if (!handler) throw notImplemented(operation, base);
    return handler;
  }

  #refuse(response: ServerResponse, error: unknown): void {
    const { platform, contract, edition } = this.#parts;
    if (!(error instanceof ApiError)) platform.log.error({ err: error }, 'a Wawi operation failed');
    const refusal =
      error instanceof ApiError
        ? error
        : new ApiError({
            status: 500,
            code: 'InternalError',
            message: 'An unexpected error occurred.',
            reason: failureReason(error),
          });
    writeRefusal(response, contract.version, edition.word(refusal));
  }
}

/** @returns the client's path before the part that the version's operations have, such as `/erp/v2` */
function baseOf(request: IncomingMessage, path: string): string {
  const whole = pathOf(request);
  return whole.endsWith(path) ? whole.slice(0, -path.length) : whole;
}

/**
 * @returns the key under which a write may be repeated; undefined for reads and for requests without a key
 * @throws ApiError 400 for a key that is too long or empty
 */
function idempotencyKey({ method, headers }: IncomingMessage): string | undefined {
  const key = headers['idempotency-key'];
  if (method === 'GET' || method === 'HEAD' || typeof key !== 'string') return undefined;
  checkKey('Idempotency-Key', key);
  return key;
}
