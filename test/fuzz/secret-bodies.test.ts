import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';

/** Short enough to be quoted whole: the parser shows ten characters after the one it cannot read. */
const secret = 'g3h31m';
const logged: unknown[] = [];
let emulator: RunningEmulator;

beforeAll(async () => {
  const keep = (...line: unknown[]): void => void logged.push(line);
  emulator = await createEmulator({ log: { info: keep, warn: keep, error: keep } });
});

afterAll(async () => {
  await emulator.close();
});

it.each([
  ['/account/identity/session-token/validate', `{"sessionToken":x${secret}}`],
  ['/erp/v2/authentication/login', `{"password":"p",${secret}}`],
  ['/erp/v2/graphql', `{"query":x${secret}}`],
  ['/_emulator/v1/apps', `{"clientSecret":x${secret}}`],
])('%s describes the problem of a body that is not JSON, without quoting it', async (path, body) => {
  const answer = await fetch(`${emulator.url}/_emulator/v1/tokens/access`, { method: 'POST' });
  const { token } = (await answer.json()) as { token: string };
  const response = await fetch(emulator.url + path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      'Content-Type': 'application/json',
    },
    body,
  });
  expect(response.status).toBe(400);
  const told = `${response.headers.get('x-emulator-reason') ?? ''} ${await response.text()}`;
  expect(told).toContain('send one complete JSON value');
  expect(`${told} ${JSON.stringify([logged, emulator.platform.journal.entries()])}`).not.toContain(secret);
});
