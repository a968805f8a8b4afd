import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator, TokensApi } from '../../src/index.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The last character of a base64url text has bits that mean nothing; a change of those alone changes nothing. */
function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((token) => token.split('.'));
  const signatures = [a?.[2], b?.[2]].map((part) => Buffer.from(part ?? '', 'base64url').toString('hex'));
  return a?.[0] === b?.[0] && a?.[1] === b?.[1] && signatures[0] === signatures[1];
}

describe('any change to a token', () => {
  it.each(['access', 'app', 'session'] as const)(
    'of kind %s makes it refused',
    async (kind: keyof Pick<TokensApi, 'access' | 'app' | 'session'>) => {
      const token = await emulator.tokens[kind]();
      expect((await emulator.tokens.explain(token)).accepted).toBe(true);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(token.length - 1),
          fc.constantFrom(...alphabet),
          async (position, character) => {
            const changed = token.slice(0, position) + character + token.slice(position + 1);
            fc.pre(!saysTheSame(token, changed));
            expect((await emulator.tokens.explain(changed)).accepted).toBe(false);
          },
        ),
        { numRuns: 200 },
      );
    },
  );
});
