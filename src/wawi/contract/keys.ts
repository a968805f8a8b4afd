import { createHash } from 'node:crypto';

/**
 * REST v2 and GraphQL name entities by GUIDs that pack the integer key: ten bytes of prefix, one per kind of key, then
 * the int32 in little endian, then nothing; the prefixes of company, item and attribute are the platform's, the others
 * are ours, derived from the kind's name and therefore stable (platform.md section 5; fidelity table `key-prefixes`).
 */
const knownPrefixes: Readonly<Record<string, string>> = {
  FirmaKey: 'b45f6432-2462-4c6f-b00f-1d9d',
  ArtikelKey: '770f139d-18dd-405c-9f84-3221',
  AttributKey: '29708817-225b-4208-9a57-5ff5',
};

/** Kinds that the contract names twice: the same entities under another name. */
const otherNames: Readonly<Record<string, string>> = {
  VerkaufsEinheitKey: 'EinheitKey',
  ProductComplianceContactKey: 'ContactKey',
};

/** The prefix that the documentation's examples use for every kind; accepted on input for any. */
const genericPrefix = 'b45f6432-2462-4c6f-b00f-1d9d';

const packed = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})([0-9a-f]{8})$/;
const prefixOfKind = new Map<string, string>();
const kindOfPrefix = new Map<string, string>();

for (const [kind, prefix] of Object.entries(knownPrefixes)) remember(kind, prefix);

function remember(kind: string, prefix: string): string {
  prefixOfKind.set(kind, prefix);
  kindOfPrefix.set(prefix, kind);
  return prefix;
}

/**
 * @param kind a kind of key, such as `KundeKey`
 * @returns the 23 characters that every key of that kind starts with
 */
export function keyPrefix(kind: string): string {
  const known = prefixOfKind.get(kind);
  if (known !== undefined) return known;
  const same = otherNames[kind];
  if (same === undefined) return remember(kind, derivedPrefix(kind));
  const prefix = keyPrefix(same);
  prefixOfKind.set(kind, prefix);
  return prefix;
}

/**
 * @param kind a kind of key, such as `ArtikelKey`
 * @param id the integer key, int32
 * @returns the packed GUID: item 305 is `770f139d-18dd-405c-9f84-322131010000`
 */
export function packKey(kind: string, id: number): string {
  const hex = (id >>> 0).toString(16).padStart(8, '0');
  return `${keyPrefix(kind)}${hex.slice(6, 8)}${hex.slice(4, 6)}${hex.slice(2, 4)}${hex.slice(0, 2)}`;
}

/** The result of {@link unpackKey}. */
export type UnpackedKey = { ok: true; id: number } | { ok: false; problem: string };

/**
 * @param kind the expected kind of key
 * @param text of the client, in any letter case
 * @returns the integer key, or the problem: not a GUID, or a key of another kind (both kinds named)
 */
export function unpackKey(kind: string, text: string): UnpackedKey {
  const match = packed.exec(text.toLowerCase());
  if (!match)
    return { ok: false, problem: `'${text}' is not a key; a ${kind} looks like ${packKey(kind, 1)}` };
  const [, prefix = '', hex = ''] = match;
  const id =
    Number.parseInt(`${hex.slice(6, 8)}${hex.slice(4, 6)}${hex.slice(2, 4)}${hex.slice(0, 2)}`, 16) | 0;
  if (prefix === keyPrefix(kind) || prefix === genericPrefix) return { ok: true, id };
  const other = kindOfPrefix.get(prefix);
  return {
    ok: false,
    problem: other
      ? `'${text}' is a ${other}; a ${kind} starts with ${keyPrefix(kind)}`
      : `'${text}' is a key of no known kind; a ${kind} starts with ${keyPrefix(kind)}`,
  };
}

/** Ten bytes of the kind's SHA-256, shaped like a version 4 UUID: stable, and unlike any other kind's. */
function derivedPrefix(kind: string): string {
  const hex = createHash('sha256').update(kind).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 24)}`;
}
