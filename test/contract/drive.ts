import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { wireNameOf } from '../../src/wawi/contract/wire-names.ts';
import { arrangements } from './arrangements.ts';
import { constants, rows } from './fixture-rows.ts';
import { identities } from './identities.ts';
import { nameOf, normalised, parameterName, parameterNames, parameterOf } from './operation-names.ts';
import type { Arrangement } from './preparations.ts';
import { firstAboveZero } from './samples.ts';
import { NotPrepared, ArrangementContext, type Given } from './arrangement-context.ts';
import { filledPath, type Answer, type TenantClient } from './tenant-client.ts';

/** A request with everything it needs to succeed. */
export interface Prepared {
  readonly operation: Operation;
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks operations of the contracts with valid input, creating what they need first. */
export class Driver {
  readonly #operations = new Map<string, { operation: Operation; contract: RestContract }>();
  readonly #arrangements = new Map<string, Arrangement>();

  constructor(
    readonly client: TenantClient,
    contracts: readonly RestContract[],
  ) {
    for (const contract of contracts)
      for (const operation of contract.operations)
        this.#operations.set(this.#name(nameOf(operation)), { operation, contract });
    for (const [name, arrangement] of Object.entries(arrangements))
      this.#arrangements.set(normalised(name), arrangement);
  }

  /** @returns a valid request of the operation, once all that must be there before has been made */
  async prepare(operation: Operation, given: Given = {}): Promise<Prepared> {
    const context = new ArrangementContext(this.client, operation.version, (name, more) =>
      this.#run(name, operation.version, more),
    );
    const arrangement = this.#arrangementOf(operation);
    const arranged = given.values ?? (await arrangement?.values?.(context)) ?? {};
    const values = await this.#values(operation, arranged, context);
    const body = await this.#body(operation, arrangement, given, values, context);
    const headers = (await arrangement?.headers?.(context)) ?? {};
    return { operation, values, body, headers, path: filledPath(operation, values) + this.#query(operation) };
  }

  send({ operation, path, body, headers }: Prepared): Promise<Answer> {
    return this.client.send(operation.method, path, { headers, ...(body === undefined ? {} : { body }) });
  }

  /** @returns the answer to a valid request of the operation */
  async valid(operation: Operation, given?: Given): Promise<Answer> {
    return this.send(await this.prepare(operation, given));
  }

  /** @returns the operation of that name, `v2 GET /items/{id}`, with any names of its parameters */
  operation(name: string): Operation {
    return this.#find(name).operation;
  }

  /** @returns whether a contract has the operation */
  has(name: string): boolean {
    return this.#operations.has(this.#name(name));
  }

  #find(name: string): { operation: Operation; contract: RestContract } {
    const found = this.#operations.get(this.#name(name));
    if (!found) throw new Error(`an arrangement names '${name}', which no contract has`);
    return found;
  }

  /** Names of operations match as paths do, and their parameters by place alone. */
  #name(name: string): string {
    return normalised(name);
  }

  #arrangementOf(operation: Operation): Arrangement | undefined {
    const { version, method, path, otherPaths } = operation;
    for (const one of [path, ...otherPaths]) {
      const title = normalised(`${method} ${one}`);
      const found = this.#arrangements.get(`${version} ${title}`) ?? this.#arrangements.get(title);
      if (found) return found;
    }
    return undefined;
  }

  async #run(name: string, version: string, given?: Given): Promise<unknown> {
    const full = /^v\d /.test(name) ? name : `${version} ${name}`;
    const answer = await this.valid(this.operation(full), given);
    if (answer.status >= 300)
      throw new NotPrepared(`${full}, needed first, answered ${answer.status}: ${answer.reason}`);
    return answer.json;
  }

  async #body(
    operation: Operation,
    arrangement: Arrangement | undefined,
    given: Given,
    values: Readonly<Record<string, string>>,
    context: ArrangementContext,
  ): Promise<unknown> {
    if (arrangement?.bytes) return arrangement.bytes;
    if (!operation.body || given.withoutBody) return undefined;
    const { contract } = this.#find(nameOf(operation));
    const sample = this.client.samples(contract, given.fullness).of(operation.body);
    const arranged = await arrangement?.body?.(context, values);
    const whole = merged(merged(sample, arranged), given.body);
    return renamed(whole, wireNameOf(operation.version));
  }

  /** Path parameters, in order: arranged, fixed, of something just created, of a fitting row, of the first listed. */
  async #values(
    operation: Operation,
    arranged: Readonly<Record<string, string>>,
    context: ArrangementContext,
  ): Promise<Record<string, string>> {
    const values: Record<string, string> = {};
    const segments = operation.path.split('/').filter(Boolean);
    for (const [n, segment] of segments.entries()) {
      const name = parameterName(segment);
      if (name === undefined || name in values) continue;
      const known = arranged[name] ?? this.#fixed(operation, name);
      if (known !== undefined) {
        values[name] = known;
        continue;
      }
      const parent = segments.slice(0, n);
      const wanted = segments.slice(n).flatMap((one) => parameterName(one) ?? []);
      const isFirst = Object.keys(values).length === 0;
      const fresh = operation.method === 'DELETE' || !isFirst;
      const found =
        (fresh ? await this.#created(operation, parent, wanted, values) : undefined) ??
        this.#ofRow(operation, name, context) ??
        (fresh ? undefined : await this.#created(operation, parent, wanted, values)) ??
        (await this.#listed(operation, parent, wanted, values));
      if (!found) throw new NotPrepared(`no operation gives {${name}} below /${parent.join('/')}`);
      Object.assign(values, found);
    }
    return values;
  }

  #fixed(operation: Operation, name: string): string | undefined {
    const type = parameterOf(operation, name)?.type;
    const values = type && this.#enumValues(operation, type);
    return values ? String(firstAboveZero(values)) : constants[name];
  }

  #enumValues(operation: Operation, type: TypeNode): ReadonlyMap<number, string> | undefined {
    if (type.kind === 'enum') return type.values;
    return type.kind === 'schema' ? this.#find(nameOf(operation)).contract.enumValues(type.name) : undefined;
  }

  #ofRow(
    operation: Operation,
    name: string,
    context: ArrangementContext,
  ): Record<string, string> | undefined {
    const type = parameterOf(operation, name)?.type;
    const kind = type?.kind === 'key' ? type.key : undefined;
    const pick = rows[name];
    if (pick) {
      const { key, id } = pick(this.client);
      return { [name]: context.pathKey(key, id) };
    }
    const id = kind === undefined ? undefined : this.client.idOfKind(kind);
    return id === undefined ? undefined : { [name]: packKey(kind ?? '', id) };
  }

  async #created(
    operation: Operation,
    parent: readonly string[],
    wanted: readonly string[],
    before: Readonly<Record<string, string>>,
  ): Promise<Record<string, string> | undefined> {
    const name = `${operation.version} POST /${parent.join('/')}`;
    if (!this.has(name)) return undefined;
    const create = this.operation(name);
    const prepared = await this.prepare(create, { values: renamedValues(create, before) });
    const answer = await this.send(prepared);
    if (answer.status >= 300)
      throw new NotPrepared(`${name}, needed first, answered ${answer.status}: ${answer.reason}`);
    return identities(operation, answer.json, wanted, prepared.body);
  }

  async #listed(
    operation: Operation,
    parent: readonly string[],
    wanted: readonly string[],
    before: Readonly<Record<string, string>>,
  ): Promise<Record<string, string> | undefined> {
    const name = `${operation.version} GET /${parent.join('/')}`;
    if (!this.has(name)) return undefined;
    const list = this.operation(name);
    const answer = await this.valid(list, { values: renamedValues(list, before) });
    return identities(operation, answer.json, wanted, undefined);
  }

  #query(operation: Operation): string {
    const required = operation.query
      .filter((one) => one.required)
      .map(({ name, type }) => `${name}=${type.kind === 'key' ? packKey(type.key, 1) : 1}`);
    return required.length > 0 ? `?${required.join('&')}` : '';
  }
}

/** Values of a path's beginning, under the names that another operation gives the same places. */
function renamedValues(
  operation: Operation,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = parameterNames(operation);
  const given = Object.values(before);
  return Object.fromEntries(own.flatMap((name, n) => (given[n] === undefined ? [] : [[name, given[n]]])));
}

/** @returns the second laid over the first: objects field by field, everything else whole; undefined changes nothing */
function merged(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isObject(base) || !isObject(over)) return over;
  return { ...base, ...over };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function renamed(value: unknown, wireName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((element) => renamed(element, wireName));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, element]) => element !== undefined)
      .map(([name, element]) => [wireName(name), renamed(element, wireName)]),
  );
}
