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
            fc.pre(changed !== token);
            expect((await emulator.tokens.explain(changed)).accepted).toBe(false);
          },
        ),
        { numRuns: 200 },
      );
    },
  );
});
