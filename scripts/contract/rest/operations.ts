import type { PageNode, ParameterNode } from '../../../src/wawi/contract/openapi/model.ts';
import { formatRange, parseRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';
import { state, type ByVersion, type ExpandedDocument, type ExpandedOperation } from './expanded.ts';
import { comparable, type Fact } from './facts.ts';
import type { KeyKinds } from './key-kinds.ts';
import { newOperation } from './new-operation.ts';
import { fillBetween } from './by-version.ts';
import { kindOf } from './shapes.ts';
import { factType } from './types.ts';

/** Finds and adds the operations that facts are about, with their paths, parameters and pages. */
export class Operations {
  readonly changes: string[] = [];
  readonly #known = new Map<string, ExpandedOperation>();

  constructor(
    private readonly all: ExpandedDocument,
    private readonly keys: KeyKinds,
  ) {
    for (const operation of all.operations)
      for (const path of [operation.path, ...operation.alsoAt.keys()]) this.#remember(operation, path);
  }

  #remember(operation: ExpandedOperation, path: string): void {
    const key = `${operation.method} ${comparable(path)}`;
    if (!this.#known.has(key)) this.#known.set(key, operation);
  }

  #find(method: string, path: string): ExpandedOperation | undefined {
    return this.#known.get(`${method} ${comparable(path)}`);
  }

  /** @returns the operation that a fact is about, added where it is new; undefined for one that is said to be absent */
  of(fact: Fact): ExpandedOperation | undefined {
    const known = this.#find(fact.method, fact.path) ?? this.#moved(fact);
    if (known) {
      for (const alias of fact.aliases) this.#alias(known, alias, fact);
      return known;
    }
    if (fact.absent || fact.line.inferred) return undefined;
    const operation = newOperation(fact, this.all, this.keys);
    this.all.operations.push(operation);
    this.#remember(operation, operation.path);
    for (const alias of fact.aliases) this.#alias(operation, alias, fact);
    this.changes.push(`new ${fact.method.toUpperCase()} ${fact.path} (${fact.versions.join(', ')})`);
    return operation;
  }

  /** A path that takes the same parameters as another one of the operation is a new spelling of it. */
  #moved(fact: Fact): ExpandedOperation | undefined {
    for (const alias of fact.aliases) {
      const operation = this.#find(fact.method, alias);
      if (!operation || parameterCount(alias) !== parameterCount(fact.path)) continue;
      if (fact.age === 'release') {
        operation.alsoAt.set(operation.path, new Set(operation.at.keys()));
        operation.alsoAt.delete(fact.path);
        this.changes.push(`path ${fact.method.toUpperCase()} ${operation.path} -> ${fact.path}`);
        rename(operation, fact.path);
      } else operation.alsoAt.set(fact.path, new Set(fact.versions));
      this.#remember(operation, fact.path);
      return operation;
    }
    return undefined;
  }

  #alias(operation: ExpandedOperation, path: string, fact: Fact): void {
    if (this.#find(operation.method, path) || parameterCount(path) !== parameterCount(operation.path)) return;
    operation.alsoAt.set(path, new Set(fact.versions));
    this.#remember(operation, path);
  }

  /** Marks the versions that a fact shows; versions between two that have it have it, too. */
  document(operation: ExpandedOperation, fact: Fact): void {
    const nearest = [...operation.at.values()].at(-1)?.value;
    if (!nearest) return;
    for (const version of fact.versions)
      state(
        operation.at,
        version,
        operation.at.get(version)?.value ?? structuredClone(nearest),
        kindOf(fact),
      );
    fillBetween(operation.at, this.all.versions);
    const path = [...operation.alsoAt.keys()].find((one) => comparable(one) === comparable(fact.path));
    if (path !== undefined) for (const version of fact.versions) operation.alsoAt.get(path)?.add(version);
    const isOutdated = fact.line.later !== undefined;
    if (path !== undefined && fact.age === 'release' && !isOutdated) this.#promote(operation, path);
  }

  /** A release page's path becomes the operation's own. */
  #promote(operation: ExpandedOperation, path: string): void {
    operation.alsoAt.delete(path);
    operation.alsoAt.set(operation.path, new Set(operation.at.keys()));
    this.changes.push(`path ${operation.method.toUpperCase()} ${operation.path} -> ${path}`);
    rename(operation, path);
  }

  parameters(operation: ExpandedOperation, fact: Fact): void {
    for (const element of operation.parameters.values()) {
      const [stated] = element.values();
      if (stated?.value.in === 'path') this.#state(operation, element, stated.value, fact);
    }
    for (const entry of fact.line.q ?? []) {
      const [, name = '', type = 'string'] = /^(\w+)(?::([\w-]+(?:\[\])?[!*]?))?/.exec(entry) ?? [];
      if (name === '' || /^[{]/.test(entry)) continue;
      const key = `query ${name.toLowerCase()}`;
      const known = operation.parameters.get(key);
      const read = factType(type);
      const parameter: ParameterNode = {
        name,
        in: 'query',
        ...(read?.required ? { required: true } : {}),
        schema: this.keys.typed(name, read?.schema ?? { type: 'string' }),
      };
      if (known) this.#state(operation, known, [...known.values()][0]?.value ?? parameter, fact);
      else operation.parameters.set(key, this.#newParameter(operation, parameter, fact));
    }
  }

  #state(
    operation: ExpandedOperation,
    element: ByVersion<ParameterNode>,
    value: ParameterNode,
    fact: Fact,
  ): void {
    for (const version of fact.versions)
      state(element, version, element.get(version)?.value ?? value, kindOf(fact));
    fillBetween(element, [...operation.at.keys()]);
  }

  #newParameter(operation: ExpandedOperation, value: ParameterNode, fact: Fact): ByVersion<ParameterNode> {
    return new Map(
      [...operation.at.keys()].map((version) => [
        version,
        { value, evidence: fact.versions.includes(version) ? kindOf(fact) : ('inferred' as const) },
      ]),
    );
  }

  /** Remembers the page of a fact; the same page of further versions once. */
  page(operation: ExpandedOperation, fact: Fact): void {
    const page = addressOf(fact);
    if (page === undefined) return;
    const known = operation.pages.find((one) => one.page === page && (one.age ?? 'release') === ageOf(fact));
    const versions = new Set<AnyVersion>([...(known ? parseRange(known.versions) : []), ...fact.versions]);
    const node: PageNode = {
      versions: formatRange(versions, 'closed'),
      page,
      ...(fact.age === 'release' ? {} : { age: 'early' as const }),
      ...(fact.cut && (known?.cut ?? true) ? { cut: true } : {}),
    };
    if (known) operation.pages[operation.pages.indexOf(known)] = node;
    else operation.pages.push(node);
  }
}

/** Gives an operation another path, and its parameters the names that they have there, by position. */
function rename(operation: ExpandedOperation, path: string): void {
  const [old, names] = [operation.path, path].map((one) =>
    [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  );
  operation.path = path;
  const renamed = [...operation.parameters].map(([key, element]): [string, ByVersion<ParameterNode>] => {
    const position = (old ?? []).findIndex((name) => key === `path ${name.toLowerCase()}`);
    const name = names?.[position];
    if (name === undefined) return [key, element];
    const values = [...element].map(
      ([version, stated]) => [version, { ...stated, value: { ...stated.value, name } }] as const,
    );
    return [`path ${name.toLowerCase()}`, new Map(values)];
  });
  operation.parameters = new Map(renamed);
}

function ageOf(fact: Fact): string {
  return fact.age === 'release' ? 'release' : 'early';
}

function parameterCount(path: string): number {
  return path.split('{').length - 1;
}

/** @returns the page's address without host, or what the fact says about its source */
function addressOf({ line }: Fact): string | undefined {
  const text = (line.src ?? '')
    .replace(/^\(pages\)\s*/, '')
    .replace(/^v([12]\.\d\/)/, '/cloud/api-reference/erp/v$1');
  const [first = ''] = text.split(/[;,] /);
  return first.startsWith('/') ? first.trim() : undefined;
}
