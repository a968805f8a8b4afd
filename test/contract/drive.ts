import type { Contract, Operation } from '../../src/wawi/contract/contract.ts';
import { wireNameOf } from '../../src/wawi/contract/wire-names.ts';
import { bodies, parameters, preparations } from './arrangements.ts';
import { filledPath, type Answer, type World } from './world.ts';

/** Asks operations of one contract with valid input, creating what they need first. */
export class Driver {
  readonly #byPath = new Map<string, Operation>();

  constructor(
    readonly world: World,
    readonly contract: Contract,
  ) {
    for (const operation of contract.operations)
      this.#byPath.set(keyOf(operation.method, operation.path), operation);
  }

  /** @returns the answer to a valid request of the operation */
  async valid(operation: Operation): Promise<{ answer: Answer; path: string }> {
    for (const before of preparations[nameOf(operation)] ?? []) await this.#prepare(before);
    const values = await this.#values(operation);
    const path = filledPath(operation, values) + queryOf(operation);
    const body = this.body(operation);
    const answer = await this.world.send(operation.method, path, body === undefined ? {} : { body });
    return { answer, path };
  }

  /** @returns a valid body, or undefined for an operation without one */
  body(operation: Operation): unknown {
    if (!operation.body) return undefined;
    const sample = this.world.samples(this.contract).of(operation.body);
    const fixed = bodies[nameOf(operation)];
    const whole = fixed === undefined ? sample : fixed(sample, this.world);
    return renamed(whole, wireNameOf(this.contract.version));
  }

  /** Path parameters: from the arrangement table, or of something just created, or of the first one listed. */
  async #values(operation: Operation): Promise<Record<string, string>> {
    const values: Record<string, string> = {};
    const segments = operation.path.split('/').filter(Boolean);
    for (const [n, segment] of segments.entries()) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined || name in values) continue;
      const parent = `/${segments.slice(0, n).join('/')}`;
      const fixed =
        parameters[`${this.contract.version} ${parent}/{${name}}`] ??
        parameters[`${this.contract.version} {${name}}`];
      if (fixed) values[name] = fixed(this.world);
      else Object.assign(values, await this.#fromParent(parent, name, values));
    }
    return values;
  }

  async #fromParent(
    parent: string,
    name: string,
    values: Record<string, string>,
  ): Promise<Record<string, string>> {
    const create = this.#byPath.get(keyOf('POST', parent));
    const list = this.#byPath.get(keyOf('GET', parent));
    if (create) {
      const found = identity((await this.#ask(create, values)).json, name);
      if (found !== undefined) return found;
    }
    if (list) {
      const found = identity((await this.#ask(list, values)).json, name);
      if (found !== undefined) return found;
    }
    throw new Error(`nothing gives {${name}} below ${parent}`);
  }

  async #ask(operation: Operation, values: Record<string, string>): Promise<Answer> {
    const own = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const given = Object.values(values);
    const mapped = Object.fromEntries(own.map((name, n) => [name, values[name] ?? given[n] ?? '']));
    const body = this.body(operation);
    return this.world.send(
      operation.method,
      filledPath(operation, mapped) + queryOf(operation),
      body === undefined ? {} : { body },
    );
  }

  async #prepare(name: string): Promise<void> {
    const operation = this.contract.operations.find((one) => nameOf(one) === name);
    if (!operation) throw new Error(`the arrangement names '${name}', which the contract does not have`);
    const { answer } = await this.valid(operation);
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.reason}`);
  }
}

/** `v1 GET /items/{itemId}` */
export function nameOf(operation: Operation): string {
  return `${operation.version} ${operation.method} ${operation.path}`;
}

function keyOf(method: string, path: string): string {
  return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

function queryOf(operation: Operation): string {
  const required = operation.query.filter((one) => one.required).map((one) => `${one.name}=1`);
  return required.length > 0 ? `?${required.join('&')}` : '';
}

/** Reads an id, or parts of a compound one, out of an answer: `id`, `noteId`, the whole answer of a bare key. */
function identity(json: unknown, name: string): Record<string, string> | undefined {
  if (typeof json === 'string') return { [name]: json };
  if (Array.isArray(json)) return json.length > 0 ? identity(json[0], name) : undefined;
  if (typeof json !== 'object' || json === null) return undefined;
  const fields = new Map(
    Object.entries(json).map(([field, value]) => [field.toLowerCase(), value as unknown]),
  );
  const items = fields.get('items');
  if (Array.isArray(items)) return identity(items, name);
  for (const candidate of [
    name,
    'id',
    name.replace(/^.*(?=[A-Z][a-z]+Id$)/, ''),
    name.replace(/^(?:customer|item|sales[oO]rder)/, ''),
  ]) {
    const value = fields.get(candidate.toLowerCase());
    if (typeof value === 'string' || typeof value === 'number') return { [name]: String(value) };
  }
  return undefined;
}

function renamed(value: unknown, wireName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((element) => renamed(element, wireName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, element]) => [wireName(name), renamed(element as unknown, wireName)]),
  );
}
