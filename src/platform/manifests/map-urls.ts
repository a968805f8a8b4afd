import { isRecord } from '../json.ts';

/**
 * Replaces URL prefixes of a manifest, as `--map https://app.example=http://localhost:3004` does: pages, redirects,
 * hooks and webhooks alike.
 * @param value a manifest as JSON or parsed; it is not changed
 * @param mappings pairs of URL prefixes, from and to; the first that matches a URL applies
 * @returns a copy in which every text that begins with a `from` begins with its `to`
 */
export function mapUrls<T>(value: T, mappings: readonly (readonly [from: string, to: string])[]): T {
  const map = (one: unknown): unknown => {
    if (typeof one === 'string') return mapText(one, mappings);
    if (Array.isArray(one)) return one.map(map);
    if (isRecord(one))
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, map(inner)]));
    return one;
  };
  return map(value) as T;
}

function mapText(text: string, mappings: readonly (readonly [string, string])[]): string {
  for (const [from, to] of mappings) {
    const prefix = from.replace(/\/$/, '');
    const rest = text.slice(prefix.length);
    // `https://app.example` must not match `https://app.example.org`.
    if (text.startsWith(prefix) && /^([/?#]|$)/.test(rest)) return to.replace(/\/$/, '') + rest;
  }
  return text;
}
