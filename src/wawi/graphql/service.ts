import type { IncomingMessage, ServerResponse } from 'node:http';
import { optionOf, type AssumptionId } from '../../platform/assumptions.ts';
import type { ErpVersion } from '../../platform/config.ts';
import { annotate, assume, factsOf } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorNamed, runAsScope } from '../wire/access/actor.ts';
import type { Caller, Authorizer } from '../wire/access/authorization.ts';
import type { GraphqlTypes } from '../wire/graphql/types.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import type { Wawi } from '../store/wawi.ts';
import { checkCost, costOf } from './documents/cost.ts';
import { withVersions } from './documents/elsewhere.ts';
import { DocumentCache } from './documents/document-cache.ts';
import { AnswerCache, type KnownAnswer, type Question } from './documents/answer-cache.ts';
import { IntrospectionCost } from './documents/introspection-cost.ts';
import { rootFieldsOf, type Operation, type Variables } from './documents/operation.ts';
import { coercedVariables } from './documents/variables.ts';
import { GraphqlProblem, RequestRefused } from '../wire/graphql/errors.ts';
import { runOperation, type Outcome } from './execute.ts';
import { RepeatableMutations } from './idempotency.ts';
import { apis } from '../areas/index.ts';
import { resolveRoots, type RequestContext } from './root-resolvers.ts';
import { DateTimes } from './schema/date-times.ts';
import { resolveFromViews } from './schema/resolvers.ts';
import { buildContractSchema } from './schema/schema.ts';
import { readGraphqlRequest, type GraphqlRequest } from './transport/request.ts';
import { writeGatewayError, writeOutcome, writeRefusal } from './transport/respond.ts';

/** The GraphQL endpoint of one version of the API. */
export interface GraphqlService {
  /** @param admit says who calls, or throws the refusal */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    admit: (request: IncomingMessage) => Promise<Caller>,
  ): Promise<void>;
}

/** The GraphQL endpoint of the ERP (platform.md section 6), in one version of the API. */
export function createGraphqlService(...parts: ConstructorParameters<typeof GraphqlApi>): GraphqlService {
  return new GraphqlApi(...parts);
}

class GraphqlApi implements GraphqlService {
  readonly #contract;
  readonly #schema;
  readonly #documents;
  readonly #introspection;
  readonly #dateTimes = new DateTimes(() => optionOf('graphql-date-times', this.platform.config));
  readonly #answers = new AnswerCache();
  readonly #repeats = new RepeatableMutations();

  constructor(
    private readonly platform: Platform,
    private readonly wawi: Wawi,
    private readonly authorizer: Authorizer,
    types: GraphqlTypes,
    private readonly version: ErpVersion,
    /** Whether the cloud's gateway, with its rules on media types, stands before it. */
    private readonly isCloud: boolean,
  ) {
    this.#contract = types.contract;
    this.#schema = buildContractSchema(types.contract, this.#dateTimes);
    resolveFromViews(this.#schema, types);
    resolveRoots(this.#schema, types, apis.graphql);
    this.#introspection = new IntrospectionCost(this.#schema);
    this.#documents = new DocumentCache(this.#schema, this.#dateTimes);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    admit: (request: IncomingMessage) => Promise<Caller>,
  ): Promise<void> {
    try {
      const caller = await admit(request);
      this.#enter(caller, response);
      await this.#answer(request, response, caller);
    } catch (error) {
      if (error instanceof RequestRefused) {
        const reason = withVersions(error.reason, this.#contract, this.version);
        const refusal = new RequestRefused(error.errors, reason, error.assumptions);
        writeRefusal(request, response, refusal, this.#status);
      } else if (error instanceof ApiError) writeGatewayError(response, error);
      else throw error;
    }
  }

  /** The option of `graphql-status` that is in force. */
  get #status(): string {
    return optionOf('graphql-status', this.platform.config);
  }

  #enter(caller: Caller, response: ServerResponse): void {
    annotate(response, { appId: caller.app.id, tenantId: caller.tenant.id });
    this.authorizer.count(response, caller);
    this.authorizer.checkConnected(caller);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> {
    const acceptCharset = !this.isCloud || this.platform.config.acceptCharset;
    const asked = await readGraphqlRequest(request, acceptCharset);
    const operation = this.#documents.operation(asked.query, asked.operationName);
    checkMethod(operation, asked);
    const read = coercedVariables(this.#schema, this.#dateTimes, operation, asked.variables);
    const variables = read.result;
    const fields = [...new Set(rootFieldsOf(operation, variables).map((node) => node.name.value))];
    annotate(response, { operationId: fields.join(',') });
    refusingRequests(() => {
      checkCost(costOf(operation, variables));
      this.#introspection.check(operation, variables);
    });
    const faults = await this.#faults(fields, request, response);
    const context = await this.#context(request, response, caller, faults);
    for (const id of [...operation.assumptions, ...read.assumptions]) assume(response, id);
    const outcome = await this.#outcome(asked, operation, variables, context, faults.size === 0);
    annotate(response, { scopes: context.usedScopes });
    for (const { unexpected } of outcome.failures)
      if (unexpected !== undefined) this.platform.log.error({ err: unexpected }, 'a GraphQL field failed');
    writeOutcome(request, response, outcome, this.#status);
  }

  /** Runs an operation, unless the same query has been answered since anything changed. */
  async #outcome(
    { query, operationName }: GraphqlRequest,
    operation: Operation,
    variables: Variables,
    context: RequestContext & { usedScopes: (readonly string[])[] },
    undisturbed: boolean,
  ): Promise<Outcome> {
    const repeatable = undisturbed && operation.kind === 'query';
    const { data, caller } = context.root;
    const question: Question = {
      query,
      operationName,
      variables,
      options: this.#dateTimes.option(),
      scopes: caller.scopes,
      second: Math.floor(this.platform.clock.now() / 1000),
    };
    const known = repeatable ? this.#answers.find(data, question) : undefined;
    if (known) {
      context.usedScopes.push(...known.scopes);
      return { data: known.data, errors: [], failures: [], replayed: [], assumptions: known.assumptions };
    }
    const outcome = await runOperation(this.#schema, operation, variables, context);
    if (repeatable && outcome.errors.length === 0) {
      const { data: json, assumptions } = outcome;
      const answer: KnownAnswer = { data: json, scopes: context.usedScopes, assumptions };
      this.#answers.keep(data, question, answer);
    }
    return outcome;
  }

  /** @returns the reasons of the faults set on the fields asked for, by field */
  async #faults(
    fields: readonly string[],
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<ReadonlyMap<string, string>> {
    const target = new Map<string, string>();
    for (const field of fields) {
      const reason = await this.platform.faults.applyToField(field, request, response);
      if (reason !== undefined) target.set(field, reason);
    }
    return target;
  }

  async #context(
    request: IncomingMessage,
    response: ServerResponse,
    caller: Caller,
    faults: ReadonlyMap<string, string>,
  ): Promise<RequestContext & { usedScopes: (readonly string[])[] }> {
    const [data, files] = await Promise.all([this.wawi.data(caller.tenant), this.wawi.files(caller.tenant)]);
    const now = new Date(this.platform.clock.now()).toISOString();
    const actor = actorNamed(data, request.headers);
    if (actor) {
      this.authorizer.checkScopes(caller, [runAsScope]);
      assume(response, 'run-as');
    }
    const usedScopes: (readonly string[])[] = [];
    const assumptions: AssumptionId[] = [];
    const replayed: string[] = [];
    const { 'idempotency-key': given } = request.headers;
    // The documentation of 2.0 has no key: the header is ignored there.
    const key = typeof given === 'string' && this.version !== '2.0' ? given : undefined;
    return {
      view: { data, now },
      root: {
        caller,
        data,
        files,
        now,
        baseUrl: this.platform.urls.base,
        headers: request.headers,
        assume: (id) => assumptions.push(id),
        write: (work) =>
          this.wawi.write(
            caller.tenant,
            (draft) => work(actor ? draft.actingAs(actor) : draft),
            factsOf(response).traceId,
          ),
      },
      usedScopes,
      assumptions,
      replayed,
      perform: this.#repeats.performer(key, (responseName) => replayed.push(responseName)),
      faultOf: (field) => faults.get(field),
      checkScopes: (scopes) => {
        usedScopes.push(scopes);
        this.authorizer.checkScopes(caller, scopes);
      },
    };
  }
}

/** @throws RequestRefused for a mutation by GET, which caches and crawlers may repeat */
function checkMethod(operation: Operation, asked: GraphqlRequest): void {
  if (asked.readOnly && operation.kind === 'mutation') {
    throw new RequestRefused(
      [{ message: 'The specified operation kind is not allowed.' }],
      'mutations are taken by POST only',
    );
  }
}

/** Turns a problem found before anything ran into the refusal of the whole request. */
function refusingRequests(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof GraphqlProblem)) throw error;
    const { message, code, extensions, reason, assumptions } = error;
    throw new RequestRefused([{ message, extensions: { code, ...extensions } }], reason, assumptions);
  }
}
