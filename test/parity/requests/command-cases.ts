import type { ErpVersion } from '../../../src/platform/erp-versions.ts';
import {
  loadGraphqlContract,
  type GraphqlContractData,
} from '../../../src/wawi/contract/graphql-contract.ts';
import { packKey } from '../../../src/wawi/contract/keys.ts';
import { onePixel } from '../../contract/samples.ts';
import { GraphqlClient } from '../../graphql/graphql-client.ts';
import { selectionOf } from '../../graphql/selections.ts';
import type { Extent, GivenValues, Leaf, Request } from './full-request.ts';
import { requestOf } from './full-request.ts';

export type Answer = Record<string, unknown>;

/** A mutation with its requests, and where its fields are read afterwards. */
export interface CommandCase {
  readonly mutation: string;
  /** Values that cannot be made: keys, enums, and fields with rules. */
  given(tools: CommandTools, extent: Extent): GivenValues | Promise<GivenValues>;
  /** Fields that the contract does not require, and without which the command is refused, by path. */
  readonly demanded?: readonly string[];
  /** @returns everything that shows what the mutation did */
  read(tools: CommandTools, answer: Answer, request: Answer): Promise<unknown>;
  /** Fields that no answer shows, by path, and why. A path stands for those below it. */
  readonly unshown?: Readonly<Record<string, string>>;
  /** Fields that answers show under another name, by path. */
  readonly otherNames?: Readonly<Record<string, string>>;
  /** Values that the reads show besides, by the name of the member. */
  readonly shows?: Answer;
  /** The same after a full request. */
  readonly showsOfFull?: Answer;
  /** Fields whose values the reads show no longer. */
  readonly removes?: readonly string[];
}

/** One version's GraphQL with the REST API beside it. */
export class CommandTools {
  #sequence = 0;

  private constructor(
    readonly client: GraphqlClient,
    readonly contract: GraphqlContractData,
  ) {}

  static async open(version: ErpVersion): Promise<CommandTools> {
    return new CommandTools(
      await GraphqlClient.start({ erpVersion: version }),
      await loadGraphqlContract(version),
    );
  }

  close(): Promise<void> {
    return this.client.close();
  }

  has(mutation: string): boolean {
    return mutation in this.contract.mutations;
  }

  inputOf(mutation: string): string {
    return (this.contract.mutations[mutation]?.args['request'] ?? '').replace(/!$/, '');
  }

  requestOf(mutation: string, given: GivenValues, extent: Extent, demanded?: readonly string[]): Request {
    return requestOf(this.contract, this.inputOf(mutation), given, extent, ++this.#sequence, demanded);
  }

  /** Runs a mutation and selects every field of its answer; it must not fail. */
  async run<T = Answer>(mutation: string, request: object): Promise<T> {
    const row = this.contract.mutations[mutation];
    if (!row) throw new Error(`there is no mutation ${mutation}`);
    const text = `mutation($request: ${row.args['request']}) { ${mutation}(request: $request) ${selectionOf(this.contract, row)} }`;
    return (await this.client.data<Record<string, T>>(text, { request }))[mutation] as T;
  }

  /** Carries out a command that creates a record, with every field that is given or required. */
  create(mutation: string, given: GivenValues): Promise<Answer> {
    return this.run(mutation, this.requestOf(mutation, given, 'full').request);
  }

  /** Reads a query with every field of its answer. */
  async query<T = Answer>(name: string, args: Record<string, unknown>): Promise<T> {
    const row = this.contract.queries[name];
    if (!row) throw new Error(`there is no query ${name}`);
    const names = Object.keys(args);
    const strange = names.filter((one) => !(one in row.args));
    if (strange.length > 0) throw new Error(`${name} takes ${Object.keys(row.args).join(', ')}`);
    const declared = names.map((one) => `$${one}: ${row.args[one]}`).join(', ');
    const passed = names.map((one) => `${one}: $${one}`).join(', ');
    const text = `query(${declared}) { ${name}(${passed}) ${selectionOf(this.contract, row)} }`;
    return (await this.client.data<Record<string, T>>(text, args))[name] as T;
  }

  /** Reads REST v1 by the number that a key of v2 stands for. */
  async v1(path: (id: number) => string, key: unknown): Promise<unknown> {
    const response = await fetch(`${this.client.emulator.url}/erp/v1${path(numberOf(String(key)))}`, {
      headers: this.client.headers,
    });
    if (!response.ok) throw new Error(`${path(0)}: ${response.status}`);
    return response.json();
  }

  /** Uploads an image through REST v1, which alone takes images. @returns its key */
  async image(itemKey: string): Promise<string> {
    const { url } = this.client.emulator;
    const response = await fetch(`${url}/erp/v1/items/${numberOf(itemKey)}/images`, {
      method: 'POST',
      headers: { ...this.client.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ImageData: onePixel, Filename: 'pixel.png', SalesChannelId: '1-1-1' }),
    });
    if (!response.ok) throw new Error(await response.text());
    const { ImageId } = (await response.json()) as { ImageId: number };
    return packKey('BildKey', ImageId);
  }

  v2(path: string): Promise<unknown> {
    return this.client.rest('GET', path);
  }
}

/** The number in a key: its last four bytes, the lowest first. */
function numberOf(key: string): number {
  return parseInt(key.slice(-8).match(/../g)?.reverse().join('') ?? '', 16);
}

/** The scalars that answers show, by the names of their members. */
export class ShownValues {
  readonly #found = new Set<string>();

  /** @param shown the answers to reads after the command */
  constructor(shown: unknown) {
    this.#visit(shown, '');
  }

  #visit(value: unknown, name: string): void {
    if (Array.isArray(value)) for (const one of value) this.#visit(one, name);
    else if (typeof value === 'object' && value !== null)
      for (const [member, inner] of Object.entries(value)) this.#visit(inner, member.toLowerCase());
    else this.#found.add(`${name}=${comparable(value)}`);
  }

  /** @param value a scalar, or a list of which every element is wanted */
  has(name: string, value: unknown): boolean {
    return [value]
      .flat()
      .every((one) =>
        [one, keyNumber(one)].some(
          (form) => form !== undefined && this.#found.has(`${name.toLowerCase()}=${comparable(form)}`),
        ),
      );
  }
}

/** @returns the fields of a request, by path, that the reads should show and do not, or should not and do */
export function mismatches(
  { otherNames = {}, shows = {}, ...row }: CommandCase,
  leaves: readonly Leaf[],
  shown: unknown,
): string[] {
  const values = new ShownValues(shown);
  const unshown = Object.keys(row.unshown ?? {});
  const isExcepted = (path: string): boolean => unshown.some((one) => `${path}.`.startsWith(`${one}.`));
  const wrong = leaves.filter(({ path, value }) => {
    const isShown = values.has(otherNames[path] ?? path.split('.').at(-1) ?? path, value);
    return row.removes?.includes(path) ? isShown : !isShown && !isExcepted(path);
  });
  const missing = Object.entries(shows).filter(([name, value]) => !values.has(name, value));
  return [...wrong, ...missing.map(([name]) => ({ path: `+${name}` }))].map(({ path }) => path);
}

/** @returns the number that v1 shows for a key of v2 */
function keyNumber(value: unknown): number | undefined {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? numberOf(value) : undefined;
}

/** Times are compared as instants, because v1 and GraphQL write them differently. */
function comparable(value: unknown): string {
  const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isTime ? `${Date.parse(value)} ms` : String(value);
}
