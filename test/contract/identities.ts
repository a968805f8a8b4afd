import type { Operation } from '../../src/wawi/contract/contract.ts';
import { keyPrefix } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { parameterOf } from './operation-names.ts';
import { fieldOf } from './arrangement-context.ts';

/** Reads the wanted parameters from an answer, or from the sent body: the first is required, the others are optional. */
export function identities(
  operation: Operation,
  answered: unknown,
  wanted: readonly string[],
  sent: unknown,
): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [n, name] of wanted.entries()) {
    const type = parameterOf(operation, name)?.type;
    const value = identity(answered, name, n === 0, type) ?? identity(sent, name, false, type);
    if (value === undefined) break;
    found[name] = value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Reads an id from an answer: `id`, `noteId`, a bare key, or any key of the wanted kind. */
function identity(
  json: unknown,
  name: string,
  isFirst: boolean,
  type: TypeNode | undefined,
): string | undefined {
  if (typeof json === 'string') return isFirst ? json : undefined;
  if (Array.isArray(json)) return identity(json[0], name, isFirst, type);
  if (typeof json !== 'object' || json === null) return undefined;
  const items = fieldOf(json, 'items') ?? fieldOf(json, 'data');
  if (Array.isArray(items) && items.length > 0) return identity(items[0], name, isFirst, type);
  const candidates = [
    name,
    // v2 calls by `languageId` what v1 calls `LanguageIso`.
    name.replace(/^languageiso$/, 'languageid'),
    ...(isFirst ? ['id', name.replace(/^(?:customer|item|salesorder)(?=\w+id$)/, '')] : []),
  ];
  const prefix = type?.kind === 'key' ? keyPrefix(type.key) : undefined;
  for (const candidate of candidates) {
    const value = fieldOf(json, candidate);
    if (typeof value === 'number' || (typeof value === 'string' && value.startsWith(prefix ?? '')))
      return type?.kind === 'scalar' ? bareId(value) : String(value);
  }
  return prefix === undefined
    ? undefined
    : (Object.values(json) as unknown[]).find(
        (value): value is string => typeof value === 'string' && value.startsWith(prefix),
      );
}

/** Sales units and units of measurement answer packed keys, but are addressed by integers. */
function bareId(value: string | number): string {
  const hex = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})$/.exec(
    String(value),
  )?.[1];
  return hex === undefined ? String(value) : String(Buffer.from(hex, 'hex').readInt32LE());
}
