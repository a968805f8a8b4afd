import type { RestContract } from '../../contract/contract.ts';
import type { TypeNode } from '../../contract/types.ts';
import { wireNameOf } from '../../contract/wire-names.ts';

/** A body under the contract's own names, and how the client had spelled them. */
export interface Respelled {
  readonly body: unknown;
  /**
   * Path of contract names -> path in the client's spelling; names that the client left out, in the version's spelling.
   */
  readonly spelling: (path: string) => string;
  /** Properties the contract does not know, as the client wrote them; they have been left out. */
  readonly unknown: readonly string[];
}

/**
 * Request names match ignoring case (platform.md section 5), so a body is converted to the contract's spelling before
 * it is checked, and problems use the client's spelling.
 */
export function respell(contract: RestContract, type: TypeNode, body: unknown): Respelled {
  const names = new Map<string, string>();
  const unknown: string[] = [];
  const walk = (node: TypeNode, value: unknown, path: string, client: string): unknown => {
    names.set(path, client);
    if (value === null || typeof value !== 'object') return value;
    if (node.kind === 'list' && Array.isArray(value)) {
      return value.map((element, n) => walk(node.of, element, `${path}[${n}]`, `${client}[${n}]`));
    }
    if (node.kind !== 'schema' || Array.isArray(value) || contract.enumValues(node.name)) return value;
    const known = new Map(
      contract.object(node.name).properties.map((property) => [property.name.toLowerCase(), property]),
    );
    const result: Record<string, unknown> = {};
    for (const [name, element] of Object.entries(value)) {
      const clientPath = client === '' ? name : `${client}.${name}`;
      const property = known.get(name.toLowerCase());
      if (!property) unknown.push(clientPath);
      else
        result[property.name] = walk(
          property.type,
          element,
          path === '' ? property.name : `${path}.${property.name}`,
          clientPath,
        );
    }
    return result;
  };
  const respelled = walk(type, body, '', '');
  const wireName = wireNameOf(contract.version);
  const spelling = (path: string): string => {
    const known = names.get(path);
    if (known !== undefined) return known;
    const dot = path.lastIndexOf('.');
    return dot < 0 ? wireName(path) : `${spelling(path.slice(0, dot))}.${wireName(path.slice(dot + 1))}`;
  };
  return { body: respelled, spelling, unknown };
}
