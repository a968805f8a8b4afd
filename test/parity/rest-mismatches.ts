import type { GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';
import type { Operation, RestContract, SentBody } from '../../src/wawi/contract/contract.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { wireNameOf } from '../../src/wawi/contract/wire-names.ts';
import type { PageRow, PageShape, PageType } from './rest-pages.ts';

/** The contract's kinds of value that a page's word may stand for. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  string: ['string', 'uri', 'duration', 'date-time', 'enum'],
  int32: ['int32', 'int64', 'decimal', 'double', 'enum'],
  int64: ['int32', 'int64', 'decimal'],
  decimal: ['decimal', 'double', 'int32', 'int64', 'enum'],
  boolean: ['boolean'],
  'date-time': ['date-time'],
  key: ['key', 'guid'],
  enum: ['enum', 'int32'],
  bytes: ['byte', 'binary'],
  object: ['schema', 'map', 'object'],
};

/** Holds one page against the contract of its version. */
export class Mismatches {
  readonly #wireName: (name: string) => string;

  constructor(
    private readonly contract: RestContract,
    private readonly graphql: GraphqlContractData,
  ) {
    this.#wireName = wireNameOf(contract.version);
  }

  /** @returns a line for each thing that the contract has otherwise than the page */
  of(row: PageRow): string[] {
    const operation = this.#operation(row);
    const title = `${row.method} ${row.path}`;
    if (!operation) return [`${title}: no such operation`];
    const query = Object.keys(row.query ?? {}).filter(
      (name) => !operation.query.some((one) => one.name.toLowerCase() === name.toLowerCase()),
    );
    const isOwnPath = row.early === true || spelt(operation.path) === spelt(row.path);
    return [
      ...(isOwnPath ? [] : [`path: served as ${operation.path}`]),
      ...query.map((name) => `query ${name}: not there`),
      ...(row.body === undefined ? [] : this.#body(operation, row.body)),
      ...Object.entries(row.answers ?? {}).flatMap(([status, type]) => this.#answer(operation, status, type)),
    ].map((problem) => `${title} ${problem}`);
  }

  #operation({ method, path }: PageRow): Operation | undefined {
    const wanted = comparable(path);
    return this.contract.operations.find((one) => {
      const others = this.contract.alsoAt[`${one.method} ${one.path}`] ?? [];
      return one.method === method && [one.path, ...others].some((other) => comparable(other) === wanted);
    });
  }

  #body(operation: Operation, type: PageType): string[] {
    if (!operation.body) return ['body: none'];
    return this.#type('body', operation.body, type, true);
  }

  #answer(operation: Operation, status: string, type: PageType | null): string[] {
    const statuses = [...operation.answers.keys(), ...operation.sent.keys()].filter((one) => one < 300);
    const number = /^\d+$/.test(status) ? Number(status) : (statuses[0] ?? 200);
    if (!statuses.includes(number)) return [`answer: ${status} is not there, but ${statuses.join(', ')}`];
    if (type === null) return [];
    const sent = operation.sent.get(number);
    if (sent?.graphql !== undefined) return this.#graphql(sent, type);
    const own = operation.answers.get(number);
    return own ? this.#type('answer', own, type, false) : ['answer: none'];
  }

  #graphql({ graphql = '', rows }: SentBody, type: PageType): string[] {
    const row = rows === undefined ? type : rowOf(type);
    const fields = this.graphql.types[graphql];
    if (!fields || !isShape(row)) return [];
    return Object.keys(row)
      .filter((field) => !(field in fields))
      .map((field) => `answer: GraphQL ${graphql} has no ${field}`);
  }

  #type(at: string, own: TypeNode, page: PageType, isRequest: boolean): string[] {
    if (page === 'any' || page === 'any!') return [];
    const isPageList = Array.isArray(page) || (typeof page === 'string' && page.includes('[]'));
    if (own.kind === 'list' && isPageList) {
      const row = Array.isArray(page)
        ? (page[0] as PageType)
        : (page as string).replace('[]', '').replace('!', '');
      return this.#type(`${at}[]`, own.of, row, isRequest);
    }
    if (isPageList !== (own.kind === 'list'))
      return [`${at}: ${kindOf(own)}, but the page has ${shown(page)}`];
    if (own.kind === 'page')
      return isShape(page) && 'items' in lowered(page)
        ? this.#type(`${at}.items`, { kind: 'list', of: own.of }, lowered(page)['items'] ?? [], isRequest)
        : [`${at}: a page, but the documentation has ${shown(page)}`];
    if (isShape(page)) return this.#shape(at, own, page, isRequest);
    const word = (page as string).replace('!', '');
    const allowed = kinds[word] ?? [];
    return allowed.includes(this.#kind(own)) ? [] : [`${at}: ${this.#kind(own)}, but the page has ${word}`];
  }

  #shape(at: string, own: TypeNode, page: PageShape, isRequest: boolean): string[] {
    if (own.kind !== 'schema') return [`${at}: ${kindOf(own)}, but the page has fields`];
    const properties = new Map(
      this.contract.object(own.name).properties.map((one) => [this.#wireName(one.name), one]),
    );
    return Object.entries(page).flatMap(([field, type]) => {
      const property = properties.get(field);
      if (!property) return [`${at}.${field}: not there`];
      const isMarked = typeof type === 'string' && type.endsWith('!');
      const required = isRequest && isMarked && !property.required ? [`${at}.${field}: not required`] : [];
      return [...required, ...this.#type(`${at}.${field}`, property.type, type, isRequest)];
    });
  }

  #kind(own: TypeNode): string {
    return own.kind === 'schema' && this.contract.enumValues(own.name) ? 'enum' : kindOf(own);
  }
}

function kindOf(type: TypeNode): string {
  return type.kind === 'scalar' ? type.name : type.kind;
}

function isShape(type: PageType | undefined): type is PageShape {
  return typeof type === 'object' && !Array.isArray(type);
}

function lowered(shape: PageShape): PageShape {
  return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name.toLowerCase(), type]));
}

function rowOf(type: PageType): PageType | undefined {
  if (Array.isArray(type)) return type[0] as PageType;
  const items = isShape(type) ? lowered(type)['items'] : undefined;
  return Array.isArray(items) ? (items[0] as PageType) : undefined;
}

function shown(page: PageType): string {
  if (typeof page === 'string') return page;
  return Array.isArray(page) ? 'a list' : 'an object';
}

/** Release pages have the path that the served document shows; names of parameters are not on the wire. */
function spelt(path: string): string {
  return path.replace(/\{\w+\}/g, '{}');
}

function comparable(path: string): string {
  return path
    .replace(/\{\w+\}/g, '{}')
    .replaceAll('-', '')
    .toLowerCase();
}
