import { draftFor } from '../wire/rest/draft-for.ts';
import { actorOf } from '../wire/access/actor.ts';
import type { EmulatorConfig } from '../../platform/config.ts';
import type { RestContract, Operation } from '../contract/contract.ts';
import { comparablePath } from '../contract/path-template.ts';
import type { TypeNode } from '../contract/types.ts';
import { DomainError } from '../store/errors.ts';
import { DraftReader, type Draft } from '../wire/views/draft-reader.ts';
import type { ViewTable } from '../wire/views/views.ts';
import { BodyCheck } from '../wire/rest/body-check.ts';
import type { Bindings } from '../wire/rest/call.ts';
import { OperationHandlers } from '../wire/rest/operation-handlers.ts';
import { clientName } from '../wire/rest/domain-refusals.ts';
import { ApiError, type RefusedField } from '../wire/access/api-errors.ts';
import { parsePathParameters } from '../wire/rest/parameters.ts';
import { respell } from '../wire/rest/spelling.ts';
import type { OperationRunner, RootCall, Twin } from '../wire/graphql/call.ts';

/** The argument that carries a command in every mutation of the contract. */
const commandArgument = 'request';

/**
 * Does what operations of REST v2 do. The mutations of the schema and the commands of REST v2 are the same commands
 * with the same names; only enums differ, named here and numbered there.
 */
export class RestTwins implements OperationRunner {
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #handlers: OperationHandlers;
  readonly #bodies: BodyCheck;
  readonly #drafts: DraftReader;

  constructor(
    private readonly contract: RestContract,
    bindings: Bindings,
    views: ViewTable,
    private readonly config: EmulatorConfig,
  ) {
    this.#operations = operationsByPath(contract.operations);
    this.#handlers = new OperationHandlers(bindings);
    this.#bodies = new BodyCheck(contract);
    this.#drafts = new DraftReader(contract, views);
  }

  /** @returns the scopes of the operation, any one of which suffices */
  scopes(twin: Twin): readonly string[] {
    return this.#operation(twin).scopes;
  }

  /**
   * @returns the answer in the domain's terms; true for an operation that answers nothing
   * @throws ApiError, DomainError; refused fields are named as the client wrote them
   */
  async run(twin: Twin, call: RootCall): Promise<unknown> {
    const operation = this.#operation(twin);
    const handler = this.#handlers.of(operation);
    if (!handler) throw new Error(`operation ${twin.operation} has no binding`);
    const params = parsePathParameters(this.contract, operation, twin.params?.(call.args) ?? []);
    const body = this.#body(operation, call.args[commandArgument]);
    const problems = [...params.problems, ...body.problems];
    if (problems.length > 0) throw validationError(problems);
    try {
      const answer = await handler({
        operation,
        contract: this.contract,
        caller: call.caller,
        data: call.data,
        files: call.files,
        params: params.values,
        query: {},
        draft: draftFor(operation, body.draft),
        body: body.draft,
        headers: call.headers,
        actor: actorOf(call.headers),
        bytes: new Uint8Array(),
        now: call.now,
        baseUrl: call.baseUrl,
        acceptsRegistrations: true,
        enforcesScopes: this.config.enforceScopes,
        warnOfScope: () => undefined,
        erpVersion: this.config.erpVersion,
        write: (work) => call.write(work),
      });
      for (const id of answer.assumptions ?? []) call.assume(id);
      const value = answer.value ?? answer.json ?? true;
      return twin.show ? twin.show(value, call) : value;
    } catch (error) {
      throw error instanceof DomainError ? inClientTerms(error, body.clientNames) : error;
    }
  }

  /**
   * Reads a command that changes what another command made: its fields are that one's, all of them optional.
   * @param schema the v2 contract's schema of the command that creates
   * @throws ApiError 400 for keys of the wrong kind
   */
  change(schema: string, input: unknown): Draft {
    const { draft, problems } = this.#read({ kind: 'schema', name: schema }, input, () => []);
    if (problems.length > 0) throw validationError(problems);
    return draft;
  }

  #operation(twin: Twin): Operation {
    const [method = '', path = ''] = twin.operation.split(' ');
    const operation = this.#operations.get(`${method} ${comparablePath(path)}`);
    if (!operation) throw new Error(`the v2 contract has no operation ${twin.operation}`);
    return operation;
  }

  #body(operation: Operation, input: unknown): CommandBody {
    if (!operation.body) return emptyBody;
    if (input === undefined || input === null) {
      const message = `The ${commandArgument} argument is required.`;
      return { ...emptyBody, problems: [{ field: commandArgument, message }] };
    }
    return this.#read(operation.body, input, (body) =>
      this.#bodies.problems(operation, body).filter((problem) => !isOnlyRest(problem)),
    );
  }

  #read(type: TypeNode, input: unknown, check: (body: unknown) => readonly RefusedField[]): CommandBody {
    const respelled = respell(this.contract, type, input);
    const body = numbered(this.contract, type, respelled.body);
    const spelling = (path: string): string =>
      path === '' ? commandArgument : `${commandArgument}.${respelled.spelling(path)}`;
    const problems = check(body).map(({ field, message }) => ({ field: spelling(field), message }));
    if (problems.length > 0) return { ...emptyBody, problems };
    const read = this.#drafts.read(type, body, spelling);
    return { draft: read.draft as Draft, problems: read.problems, clientNames: read.clientNames };
  }
}

/** Fields that pages of REST call required and the GraphQL schema leaves optional. */
const requiredInRest: ReadonlySet<string> = new Set(['DepartureCountry.CurrencyIso', 'LanguageIso']);

function isOnlyRest({ field, message }: RefusedField): boolean {
  return requiredInRest.has(field) && message.endsWith(' field is required.');
}

/** @returns operations by method and each of their paths; an operation's main path wins over a further path of another */
function operationsByPath(operations: readonly Operation[]): Map<string, Operation> {
  const titles = (paths: (one: Operation) => readonly string[]): [string, Operation][] =>
    operations.flatMap((one) =>
      paths(one).map((path): [string, Operation] => [`${one.method} ${comparablePath(path)}`, one]),
    );
  return new Map([...titles((one) => one.otherPaths), ...titles((one) => [one.path])]);
}

interface CommandBody {
  readonly draft: Draft;
  readonly problems: readonly RefusedField[];
  readonly clientNames: ReadonlyMap<string, string>;
}

const emptyBody: CommandBody = { draft: {}, problems: [], clientNames: new Map() };

/** @returns the body with single values in lists where REST has lists, and enum names as the numbers that REST uses: `SHIPPING_SURCHARGE` -> 6 */
function numbered(contract: RestContract, type: TypeNode, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (type.kind === 'list') {
    // The schema declares some lists of REST as single values.
    const elements: readonly unknown[] = Array.isArray(value) ? value : [value];
    return elements.map((element) => numbered(contract, type.of, element));
  }
  if (type.kind === 'enum') return numberOf(type.values, value);
  if (type.kind !== 'schema') return value;
  const values = contract.enumValues(type.name);
  if (values) return numberOf(values, value);
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    contract
      .object(type.name)
      .properties.filter(({ name }) => fields[name] !== undefined)
      .map((property) => [property.name, numbered(contract, property.type, fields[property.name])]),
  );
}

function numberOf(values: ReadonlyMap<number, string>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const plain = value.replaceAll('_', '').toLowerCase();
  for (const [number, label] of values) if (label.toLowerCase() === plain) return number;
  return value;
}

/** @returns the refusal with the fields as the client wrote them */
function inClientTerms(error: DomainError, clientNames: ReadonlyMap<string, string>): DomainError {
  const problems = error.problems.map(({ path, message }) => ({
    path: clientName(clientNames, path) ?? `${commandArgument}.${path}`,
    message,
  }));
  return new DomainError(error.kind, error.message, problems);
}

function validationError(fields: readonly RefusedField[]): ApiError {
  const text = fields.map((one) => `${one.field}: ${one.message}`).join(' ');
  return new ApiError({ status: 400, code: 'ValidationError', message: text, fields });
}
