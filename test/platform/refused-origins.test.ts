import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';

const logged: string[] = [];
let emulator: RunningEmulator;
beforeAll(async () => {
  const keep = (_fields: object, message: string): void => void logged.push(message);
  emulator = await createEmulator({ log: { info: keep, warn: keep, error: keep } });
  const manifest = {
    technicalName: 'mapped',
    version: '1.0.0',
    lifecycle: { configurationUrl: 'http://127.0.0.1:6750/setup' },
  };
  await emulator.control.registerApp({ manifest });
});
afterAll(() => emulator.close());

/** An answer as a page of another origin gets it, and its explanation. */
async function ask(
  origin: string,
  method = 'GET',
): Promise<{ cors: string | null; reason: string; journal: unknown[]; log: string[] }> {
  emulator.platform.journal.clear();
  logged.length = 0;
  const headers = { Origin: origin, ...(method === 'OPTIONS' && { 'Access-Control-Request-Method': 'GET' }) };
  const response = await fetch(`${emulator.url}/.well-known/jwks.json`, { method, headers });
  await response.text();
  return {
    cors: response.headers.get('access-control-allow-origin'),
    reason: response.headers.get('x-emulator-reason') ?? '',
    journal: emulator.platform.journal.entries().map(({ reason }) => reason),
    log: [...logged],
  };
}

describe('a page whose origin no manifest names', () => {
  it.each(['GET', 'OPTIONS'])(
    'cannot read the answer to %s, and header, journal and log say why',
    async (method) => {
      const origin = method === 'GET' ? 'http://localhost:6750' : 'http://[::1]:6750';
      const { cors, reason, journal, log } = await ask(origin, method);
      expect(cors).toBeNull();
      expect(reason).toContain(`the origin '${origin}' is not one that a registered manifest names`);
      expect(reason).toContain(`the nearest that one names is 'http://127.0.0.1:6750'`);
      expect([journal, log]).toEqual([[reason], [reason]]);
      expect((await ask(origin, method)).log).toEqual([]);
    },
  );

  it('receives the nearest origin by spelling', async () => {
    expect((await ask('http://127.0.0.1:6751')).reason).toContain(`'http://127.0.0.1:6750'`);
  });
});

it.each(['http://127.0.0.1:6750', 'own'])('a page of %s can, and nothing is said', async (origin) => {
  const { reason, journal, log } = await ask(origin === 'own' ? emulator.url : origin);
  expect([reason, journal, log]).toEqual(['', [undefined], []]);
});
