import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate, factsOf } from '../../platform/http.ts';
import type { Platform } from '../../platform/platform.ts';
import { loadContractV2 } from '../contract/load.ts';
import type { Caller, Gate } from '../gate.ts';
import type { GraphqlTypes } from '../projection/graphql-types.ts';
import { viewsV2 } from '../projection/tables/v2/index.ts';
import { bindingsV2 } from '../rest/bindings/v2/index.ts';
import { ApiError } from '../rest/errors.ts';
import { RateCounter, rateLimit } from '../rest/rate-limit.ts';
import type { Wawi } from '../wawi.ts';
import { checkCost, costOf } from './documents/cost.ts';
import { DocumentCache } from './documents/document-cache.ts';
import type { Plan } from './documents/plan.ts';
import { coercedVariables } from './documents/variables.ts';
import { GraphqlProblem, RequestRefused } from './errors.ts';
import { Executor } from './execute.ts';
import { mutations } from './roots/mutations.ts';
import { queries } from './roots/queries/index.ts';
import { RestTwins } from './roots/rest-twins.ts';
import type { RootContext } from './roots/root-call.ts';
import { buildContractSchema } from './schema/schema.ts';
import { readGraphqlRequest, type GraphqlRequest } from './transport/request.ts';
import { writeGatewayError, writeOutcome, writeRefusal } from './transport/respond.ts';

/** The GraphQL endpoint of the ERP (platform.md section 6). */
export async function createGraphqlService(
  platform: Platform,
  wawi: Wawi,
  gate: Gate,
  types: GraphqlTypes,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const contract = await loadContractV2(platform.config.erpVersion);
  return new GraphqlApi(
    platform,
    wawi,
    gate,
    types,
    new RestTwins(contract, bindingsV2, viewsV2, platform.config),
  ).handle;
}

class GraphqlApi {
  readonly #schema;
  readonly #documents;
  readonly #executor;
  readonly #rate;

  constructor(
    private readonly platform: Platform,
    private readonly wawi: Wawi,
    private readonly gate: Gate,
    types: GraphqlTypes,
    private readonly twins: RestTwins,
  ) {
    this.#schema = buildContractSchema(types.contract);
    this.#documents = new DocumentCache(this.#schema, types);
    this.#executor = new Executor({
      schema: this.#schema,
      types,
      documents: this.#documents,
      queries,
      mutations,
    });
    this.#rate = new RateCounter(platform.clock);
  }

  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const caller = await this.#enter(request, response);
      await this.#answer(request, response, caller);
    } catch (error) {
      if (error instanceof RequestRefused) writeRefusal(request, response, error);
      else if (error instanceof ApiError) writeGatewayError(response, error);
      else throw error;
    }
  };

  async #enter(request: IncomingMessage, response: ServerResponse): Promise<Caller> {
    const caller = await this.gate.admit(request);
    annotate(response, { appId: caller.app.id, tenantId: caller.tenant.id });
    response.setHeader('X-RateLimit-Limit', rateLimit.limit);
    response.setHeader('X-RateLimit-Interval-Length-Seconds', rateLimit.intervalSeconds);
    response.setHeader('X-RateLimit-Remaining', this.#rate.count(caller.app.id, caller.tenant.id));
    this.gate.checkConnected(caller);
    return caller;
  }

  async #answer(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> {
    const asked = await readGraphqlRequest(request, response, this.platform.config.acceptCharset);
    const plan = this.#documents.plan(asked.query, asked.operationName);
    annotate(response, { operationId: [...new Set(plan.roots.map((root) => root.fieldName))].join(',') });
    checkMethod(plan, asked);
    const variables = coercedVariables(this.#schema, plan, asked.variables);
    refusingRequests(() => {
      checkCost(costOf(plan, variables));
    });
    const outcome = await this.#executor.run({
      plan,
      query: asked.query,
      variables,
      context: await this.#context(request, caller),
      checkScopes: (scopes) => {
        annotate(response, { scopes: [...(factsOf(response).scopes ?? []), scopes] });
        this.gate.checkScopes(caller, scopes);
      },
      checkFaults: (field) => this.platform.faults.strikeField(field, request, response),
    });
    for (const { unexpected } of outcome.failures)
      if (unexpected !== undefined) this.platform.log.error({ err: unexpected }, 'a GraphQL field failed');
    writeOutcome(request, response, outcome);
  }

  async #context(request: IncomingMessage, caller: Caller): Promise<RootContext> {
    const [data, files] = await Promise.all([this.wawi.data(caller.tenant), this.wawi.files(caller.tenant)]);
    return {
      caller,
      data,
      files,
      now: new Date(this.platform.clock.now()).toISOString(),
      baseUrl: this.platform.urls.base,
      headers: request.headers,
      twins: this.twins,
      write: (work) => this.wawi.write(caller.tenant, work),
    };
  }
}

/** @throws RequestRefused for a mutation by GET, which caches and crawlers may repeat */
function checkMethod(plan: Plan, asked: GraphqlRequest): void {
  if (asked.readOnly && plan.kind === 'mutation') {
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
