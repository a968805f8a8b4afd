import { createPrivateKey, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A JSON text, or a value that becomes one. A text can say what no value can: duplicate members, numbers without end. */
export type Json = string | object;

/** A token that is written by hand: every part of it as the test wants it, signed by the emulator's own key. */
export interface RawToken {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  /** Instead of {@link header}, as text. */
  headerText?: string;
  /** Instead of {@link claims}, as text. */
  claimsText?: string;
  /** Changes the compact token after it was signed. */
  after?: (token: string) => string;
}

/** Signs any content with the emulator's own keys, which it reads from the data folder. */
export class RawTokens {
  private constructor(private readonly keys: ReadonlyMap<string, KeyObject>) {}

  static async of(dataDir: string): Promise<RawTokens> {
    const text = await readFile(join(dataDir, 'state', 'platform', 'keys.json'), 'utf8');
    const { rings } = JSON.parse(text) as { rings: Record<string, { kid: string; jwk: JsonWebKey }[]> };
    const keys = Object.values(rings).flatMap((ring) =>
      ring.map(({ kid, jwk }) => [kid, createPrivateKey({ key: jwk, format: 'jwk' })] as const),
    );
    return new RawTokens(new Map(keys));
  }

  /** @returns the parts of a genuine token, which tests change and sign again */
  read(token: string): RawToken {
    const [header, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>);
    return { header: header!, claims: claims! };
  }

  /** Signs with the key that the token this one derives from was signed with. */
  write(kid: string, { header, claims, headerText, claimsText, after }: RawToken): string {
    const key = this.keys.get(kid);
    if (key === undefined) throw new Error(`no key ${kid} in the data folder`);
    const parts = [headerText ?? JSON.stringify(header), claimsText ?? JSON.stringify(claims)];
    const input = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
    const algorithm = key.asymmetricKeyType === 'rsa' ? 'sha256' : null;
    const token = `${input}.${sign(algorithm, Buffer.from(input), key).toString('base64url')}`;
    return after?.(token) ?? token;
  }
}
