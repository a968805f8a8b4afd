import { closest } from 'fastest-levenshtein';

/** A row of a service's table of routes. Segments such as `{itemId}` match any one segment. */
export interface RouteRow<Target> {
  method: string;
  /** Relative to the service's base. */
  path: string;
  target: Target;
}

/** How a service compares the paths of requests with those of its table. */
export interface PathSpelling {
  segments: (path: string) => readonly string[];
  /** Segments with the same key match. */
  key: (segment: string) => string;
}

/** Paths match character by character. */
export const exactSpelling: PathSpelling = {
  segments: (path) => path.split('/').slice(1),
  key: (segment) => segment,
};

/** Segments match ignoring case and hyphens; doubled and trailing slashes do not count. */
export const looseSpelling: PathSpelling = {
  segments: (path) => path.split('/').filter(Boolean),
  key: (segment) => segment.toLowerCase().replaceAll('-', ''),
};

/** The match of a path: a target with its raw parameters, or the reason why there is none. */
export type RouteMatch<Target> =
  | { kind: 'found'; target: Target; params: readonly string[] }
  | { kind: 'method'; allowed: readonly string[] }
  | { kind: 'none'; nearest: string | undefined };

interface Node<Target> {
  readonly literals: Map<string, Node<Target>>;
  wildcard?: Node<Target>;
  readonly targets: Map<string, Target>;
}

/** Finds targets by method and path. A literal segment goes before a parameter, an earlier row before a later one. */
export class RouteTree<Target> {
  readonly #root: Node<Target> = newNode();
  readonly #templates = new Set<string>();

  constructor(
    rows: Iterable<RouteRow<Target>>,
    private readonly spelling: PathSpelling,
  ) {
    for (const row of rows) this.#add(row);
  }

  #add({ method, path, target }: RouteRow<Target>): void {
    let node = this.#root;
    for (const segment of this.spelling.segments(path)) {
      if (segment.startsWith('{')) node = node.wildcard ??= newNode();
      else {
        const key = this.spelling.key(segment);
        let next = node.literals.get(key);
        if (!next) node.literals.set(key, (next = newNode()));
        node = next;
      }
    }
    if (!node.targets.has(method)) node.targets.set(method, target);
    this.#templates.add(path);
  }

  /**
   * @param method HEAD finds the target of GET
   * @param path relative to the service's base, without query; segments still percent-encoded
   */
  find(method: string, path: string): RouteMatch<Target> {
    const params: string[] = [];
    const node = this.#walk(this.#root, this.spelling.segments(path), 0, params);
    if (!node) return { kind: 'none', nearest: this.#nearest(path) };
    const target = node.targets.get(method) ?? (method === 'HEAD' ? node.targets.get('GET') : undefined);
    if (target !== undefined) return { kind: 'found', target, params };
    return { kind: 'method', allowed: [...node.targets.keys()] };
  }

  #walk(
    node: Node<Target>,
    segments: readonly string[],
    at: number,
    params: string[],
  ): Node<Target> | undefined {
    if (at === segments.length) return node.targets.size > 0 ? node : undefined;
    const segment = segments[at] ?? '';
    const literal = node.literals.get(this.spelling.key(segment));
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
    const byKey = new Map([...this.#templates].map((template) => [this.#keyOf(template), template]));
    return byKey.size === 0 ? undefined : byKey.get(closest(this.#keyOf(path), [...byKey.keys()]));
  }

  #keyOf(path: string): string {
    return `/${this.spelling.segments(path).map(this.spelling.key).join('/')}`;
  }
}

function newNode<Target>(): Node<Target> {
  return { literals: new Map(), targets: new Map() };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
