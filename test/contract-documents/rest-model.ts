import type { Operation, Parameter, RestContract } from '../../src/wawi/contract/contract.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';

/**
 * Compares the contract that the engine reads today with the derived document.
 * @returns a line for each element of the old contract that the new one lacks or changes; elements that only the new
 *   one has are not differences
 */
export function differences(old: RestContract, now: RestContract): string[] {
  const found = new Map<string, Operation>();
  for (const operation of now.operations) {
    const paths = [operation.path, ...(now.alsoAt[`${operation.method} ${operation.path}`] ?? [])];
    for (const path of paths) found.set(`${operation.method} ${comparable(path)}`, operation);
  }
  const operations = old.operations.flatMap((operation) => {
    const title = `${operation.method} ${operation.path}`;
    const other = found.get(`${operation.method} ${comparable(operation.path)}`);
    return other ? operationDifferences(title, operation, other) : [`${title}: missing`];
  });
  const further = Object.entries(old.alsoAt).flatMap(([title, paths]) =>
    paths
      .filter((path) => !found.has(`${title.split(' ')[0]} ${comparable(path)}`))
      .map((path) => `${title} also at ${path}: missing`),
  );
  return [...operations, ...further, ...schemaDifferences(old, now)];
}

function operationDifferences(title: string, old: Operation, now: Operation): string[] {
  const facets = (one: Operation): Record<string, string> => ({
    id: one.id,
    path: comparable(one.path),
    tag: one.tag,
    summary: one.summary,
    scopes: `${one.scopes.join(', ')}${one.scopesAssumed ? ' (assumed)' : ''}`,
    stability: one.stability,
    params: parameters(one.params, false),
    query: '',
    headers: parameters(one.headers, true),
    body: one.body ? `${text(one.body)}${one.bodyOptional ? ' (optional)' : ''}` : 'none',
    answers: answers(one),
  });
  const [a, b] = [facets(old), facets(now)];
  const lines = Object.keys(a)
    .filter((key) => a[key] !== b[key])
    .map((key) => `${title} ${key}: ${a[key]} -> ${b[key]}`);
  const missing = old.query.filter(
    (one) => !now.query.some((other) => parameters([one], true) === parameters([other], true)),
  );
  return [...lines, ...missing.map((one) => `${title} query: ${parameters([one], true)}`)];
}

/** Names of path parameters are not on the wire. */
function parameters(all: readonly Parameter[], named: boolean): string {
  return all
    .map(({ name, type, required }) => `${named ? `${name}: ` : ''}${text(type)}${required ? '!' : ''}`)
    .join(', ');
}

/** The content of answers, by status: the sent body takes precedence over the contract's. */
function answers({ answers: typed, sent }: Operation): string {
  const statuses = [...new Set([...typed.keys(), ...sent.keys()])].sort();
  return statuses
    .map((status) => {
      const body = sent.get(status);
      if (body?.graphql !== undefined) return `${status} GraphQL ${body.graphql} ${body.rows ?? ''}`.trim();
      const media = body?.media === 'application/json' ? undefined : body?.media;
      const type = body?.type ?? typed.get(status);
      return [status, media, type && text(type)].filter((one) => one !== undefined).join(' ');
    })
    .join(', ');
}

function schemaDifferences(old: RestContract, now: RestContract): string[] {
  const known = new Set(now.schemaNames);
  return old.schemaNames.flatMap((name) => {
    const other = name.replaceAll('+', '.');
    if (!known.has(other)) return [`${name}: missing`];
    const [a, b] = [old.enumValues(name), now.enumValues(other)];
    if (a ?? b) return a && b && values(a) === values(b) ? [] : [`${name}: other values`];
    const properties = new Map(now.object(other).properties.map((one) => [one.name.toLowerCase(), one]));
    return old.object(name).properties.flatMap((property) => {
      const found = properties.get(property.name.toLowerCase());
      if (!found) return [`${name}.${property.name}: missing`];
      const facets = (one: typeof property): string =>
        `${one.name.charAt(0).toUpperCase()}${one.name.slice(1)}: ${text(one.type)}${one.required ? '!' : ''}${one.readOnly ? ' read-only' : ''}`;
      const [was, is] = [facets(property), facets(found)];
      return was === is ? [] : [`${name}.${was} -> ${is}`];
    });
  });
}

function values(all: ReadonlyMap<number, string>): string {
  return [...all].map(([value, name]) => `${value}=${name}`).join('|');
}

function text(type: TypeNode): string {
  switch (type.kind) {
    case 'scalar': {
      const limits = [type.min, type.max, type.range?.join('..')].map((one) => one ?? '').join(',');
      return limits === ',,' ? type.name : `${type.name}(${limits})`;
    }
    case 'key':
      return type.key;
    case 'enum':
      return `enum(${values(type.values)})`;
    case 'schema':
      return type.name.replaceAll('+', '.');
    default:
      return `${type.kind}<${text(type.of)}>`;
  }
}

function comparable(path: string): string {
  return path
    .replace(/\{\w+\}/g, '{}')
    .replaceAll('-', '')
    .toLowerCase();
}
