import type { ServerResponse } from 'node:http';
import { annotate, setReason } from '../../platform/http.ts';
import type { EmulatorConfig } from '../../platform/config.ts';
import type { Finding } from '../../platform/journal-entry.ts';
import type { RestContract, Operation } from '../contract/contract.ts';
import type { TypeNode } from '../contract/types.ts';
import { draftFor } from '../wire/rest/draft-for.ts';
import { DraftReader, targetsOf, type Draft } from '../wire/views/draft-reader.ts';
import type { ViewTable } from '../wire/views/views.ts';
import type { Inbound } from './inbound.ts';
import type { BodyCheck } from '../wire/rest/body-check.ts';
import { ApiError, FilterRefusal, type RefusedField } from '../wire/access/api-errors.ts';
import { parsePathParameters, parseQuery, type ParameterValues } from '../wire/rest/parameters.ts';
import { checkMediaType, parseJson, readBytes } from '../wire/rest/request-body.ts';
import { coerced } from '../wire/rest/coercion.ts';
import { respell } from '../wire/rest/spelling.ts';

/** A request whose parameters and body are as the contract says, in the domain's terms. */
export interface ReadRequest {
  readonly params: ParameterValues;
  readonly query: ParameterValues;
  readonly draft: Draft;
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

interface ReadBody {
  bytes: Buffer;
  body: unknown;
  problems: readonly RefusedField[];
  unknown: readonly string[];
}

/** The texts that the filter before the real gateway refuses as HTML. */
const markup = /<\/?[a-z][^>]*>/i;

/** Reads and validates requests by the contract; reports all problems at once. */
export class RequestReader {
  readonly #drafts: DraftReader;
  /** Loaded at the first body: compiling schemas is nothing a reader of lists should wait for. */
  #bodies: Promise<BodyCheck> | undefined;

  constructor(
    private readonly contract: RestContract,
    views: ViewTable,
    private readonly config: EmulatorConfig,
  ) {
    this.#drafts = new DraftReader(contract, targetsOf(views));
  }

  /**
   * @param rawParams path parameters in the template's order
   * @param clientNames filled with the client's spelling of each domain path
   * @throws ApiError 413, 415, 400
   */
  async read(
    inbound: Inbound,
    operation: Operation,
    rawParams: readonly string[],
    clientNames: Map<string, string>,
    cloud: boolean,
  ): Promise<ReadRequest> {
    const body = operation.body
      ? await this.#body(inbound, operation, operation.body, clientNames, cloud)
      : { bytes: await bytesOf(inbound), body: {}, problems: [], unknown: [] };
    const params = parsePathParameters(this.contract, operation, rawParams);
    const query = parseQuery(this.contract, operation, new URLSearchParams(inbound.query));
    this.#tellUnknown(inbound, [...query.unknown, ...body.unknown]);
    if (query.unknown.length > 0) tellIgnored(inbound.response, query.unknown);
    const headers = this.#missingHeaders(inbound, operation, cloud);
    const problems = [...headers, ...params.problems, ...query.problems, ...body.problems];
    if (problems.length > 0) throw validationError(problems);
    return {
      params: params.values,
      query: query.values,
      draft: isDraft(body.body) ? draftFor(operation, body.body) : {},
      body: body.body,
      bytes: body.bytes,
    };
  }

  async #body(
    { request }: Inbound,
    operation: Operation,
    type: TypeNode,
    clientNames: Map<string, string>,
    cloud: boolean,
  ): Promise<ReadBody> {
    const hasBody =
      Number(request.headers['content-length'] ?? 0) > 0 ||
      request.headers['transfer-encoding'] !== undefined;
    if (!hasBody) {
      return {
        bytes: Buffer.alloc(0),
        body: {},
        problems: operation.bodyOptional
          ? []
          : [{ field: '', message: 'A non-empty request body is required.' }],
        unknown: [],
      };
    }
    checkMediaType(request.headers['content-type'], this.config.acceptCharset || !cloud);
    const bytes = await readBytes(request);
    if (this.config.refuseHtml && cloud && markup.test(bytes.toString('utf8'))) throw new FilterRefusal();
    const { spelling, unknown, body: given } = respell(this.contract, type, parseJson(bytes));
    const respelled = {
      spelling,
      unknown,
      body: this.#coerces ? coerced(this.contract, type, given) : given,
    };
    const problems = (await this.#bodyCheck())
      .problems(operation, respelled.body)
      .map(({ field, message }) => ({ field: respelled.spelling(field), message }));
    if (problems.length > 0) return { bytes, body: {}, problems, unknown: respelled.unknown };
    const read = this.#drafts.read(type, respelled.body, respelled.spelling);
    for (const [domain, client] of read.clientNames) clientNames.set(domain, client);
    return { bytes, body: read.draft, problems: read.problems, unknown: respelled.unknown };
  }

  /** Version 1 converts scalars of another JSON type; the strict profile insists on the documented type. */
  get #coerces(): boolean {
    return this.contract.version === 'v1' && this.config.profile !== 'strict';
  }

  #bodyCheck(): Promise<BodyCheck> {
    return (this.#bodies ??= import('../wire/rest/body-check.ts').then(
      ({ BodyCheck }) => new BodyCheck(this.contract),
    ));
  }

  /** The contract requires these of every call; real apps leave them out, so only the strict profile insists. */
  #missingHeaders({ request }: Inbound, operation: Operation, cloud: boolean): RefusedField[] {
    const always = operation.headers.filter((header) => header.required).map((header) => header.name);
    const strict = cloud && this.config.profile === 'strict' ? ['x-appid', 'x-appversion'] : [];
    return [...always, ...strict]
      .filter((name) => request.headers[name.toLowerCase()] === undefined)
      .map((name) => ({ field: name, message: `The ${name} header is required.` }));
  }

  /** Unknown names are ignored as on the real platform, kept for the contract report, and refused in the strict profile. */
  #tellUnknown({ response }: Inbound, names: readonly string[]): void {
    if (names.length === 0) return;
    const findings: Finding[] = names.map((name) => ({
      rule: 'undocumented-name',
      severity: 'violation',
      message: `'${name}' is not in the contract and is ignored`,
    }));
    annotate(response, { findings });
    if (this.config.profile === 'strict') {
      throw validationError(
        names.map((name) => ({ field: name, message: `The name '${name}' is not known.` })),
      );
    }
    if (this.config.profile === 'teach')
      setReason(response, findings.map((finding) => finding.message).join('; '));
  }
}

/** Names the query parameters that were ignored, percent-encoded and separated by commas. */
function tellIgnored(response: ServerResponse, names: readonly string[]): void {
  response.setHeader('X-Emulator-Ignored', names.map(encodeURIComponent).join(', ').slice(0, 2000));
}

/** An undocumented body is read only if there is one, so that plain GETs cost nothing. */
function bytesOf({ request }: Inbound): Promise<Buffer> {
  const { method } = request;
  return method === 'GET' || method === 'HEAD' ? Promise.resolve(Buffer.alloc(0)) : readBytes(request);
}

function validationError(fields: readonly RefusedField[]): ApiError {
  const text = fields
    .map((one) => (one.field === '' ? one.message : `${one.field}: ${one.message}`))
    .join(' ');
  return new ApiError({ status: 400, code: 'ValidationError', message: text, fields });
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
