import { describe, expect, it, vi } from 'vitest';
import { basic, postForm } from './sign-in-app.ts';

/** The lengths of the compared texts. */
const compared = vi.hoisted((): number[][] => []);
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  return {
    ...real,
    timingSafeEqual: (a: Uint8Array, b: Uint8Array) => {
      compared.push([a.length, b.length]);
      return real.timingSafeEqual(a, b);
    },
  };
});

describe('client secrets', () => {
  it.each([
    ['right', 'hello-world-client', 'hello-world-secret', 200],
    ['wrong from the first letter', 'hello-world-client', 'x', 401],
    ['wrong in the last letter', 'hello-world-client', 'hello-world-secreT', 401],
    ['very long', 'hello-world-client', 'x'.repeat(5000), 401],
    ['of no client at all', 'nobody', 'hello-world-secret', 401],
  ])(
    'are compared once and in constant time when %s (RFC 6749 section 10.10)',
    async (_what, clientId, clientSecret, status) => {
      const { startEmulator } = await import('../../src/index.ts');
      await using emulator = await startEmulator();
      compared.length = 0;
      const answer = await postForm(
        `${emulator.url}/oauth2/token`,
        { grant_type: 'client_credentials' },
        basic({ clientId, clientSecret }),
      );
      expect(answer.status).toBe(status);
      expect(compared).toEqual([[32, 32]]);
    },
  );
});
