import { closest } from 'fastest-levenshtein';
import type { Method, Operation } from '../contract/contract.ts';

interface Node {
  readonly literals: Map<string, Node>;
  wildcard?: Node;
  readonly operations: Map<Method, Operation>;
}

/** The match of a path: an operation with its raw parameters, or the reason why there is none. */
export type RouteMatch =
  | { kind: 'found'; operation: Operation; params: readonly string[] }
  | { kind: 'method'; allowed: readonly Method[] }
  | { kind: 'none'; nearest: string | undefined };

/** Finds operations by path. Segments match ignoring case and hyphens, so both spellings of v2 lead to one operation. */
export class RouteTree {
  readonly #root: Node = newNode();
  readonly #templates: string[] = [];

  /** @param alsoAt further paths of operations by `METHOD /path`; parameters stand in the same order */
  constructor(operations: readonly Operation[], alsoAt: Readonly<Record<string, readonly string[]>> = {}) {
    for (const operation of operations) {
      this.#add(operation.path, operation);
      for (const path of alsoAt[`${operation.method} ${operation.path}`] ?? []) this.#add(path, operation);
    }
  }

  #add(template: string, operation: Operation): void {
    let node = this.#root;
    for (const segment of segmentsOf(template)) {
      if (segment.startsWith('{')) node = node.wildcard ??= newNode();
      else {
        const key = normalised(segment);
        let next = node.literals.get(key);
        if (!next) node.literals.set(key, (next = newNode()));
        node = next;
      }
    }
    if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
    this.#templates.push(template);
  }

  /** @param path relative to the version's base, without query; segments still percent-encoded */
  find(method: string, path: string): RouteMatch {
    const params: string[] = [];
    const node = this.#walk(this.#root, segmentsOf(path), 0, params);
    if (!node) return { kind: 'none', nearest: this.#nearest(path) };
    const operation =
      node.operations.get(method as Method) ?? (method === 'HEAD' ? node.operations.get('GET') : undefined);
    if (operation) return { kind: 'found', operation, params };
    return { kind: 'method', allowed: [...node.operations.keys()] };
  }

  #walk(node: Node, segments: readonly string[], at: number, params: string[]): Node | undefined {
    if (at === segments.length) return node.operations.size > 0 ? node : undefined;
    const segment = segments[at] ?? '';
    const literal = node.literals.get(normalised(segment));
    if (literal) {
      const found = this.#walk(literal, segments, at + 1, params);
      if (found) return found;
    }
    if (!node.wildcard) return undefined;
    params.push(decoded(segment));
    const found = this.#walk(node.wildcard, segments, at + 1, params);
    if (!found) params.pop();
    return found;
  }

  #nearest(path: string): string | undefined {
    const byText = new Map(this.#templates.map((template) => [normalised(template), template]));
    return byText.size === 0 ? undefined : byText.get(closest(normalised(path), [...byText.keys()]));
  }
}

function newNode(): Node {
  return { literals: new Map(), operations: new Map() };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function normalised(segment: string): string {
  return segment.toLowerCase().replaceAll('-', '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
