import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await createEmulator();
  const { registry } = emulator.platform;
  const { users, ...rest } = registry.export();
  const more = ['ben.zweig@example.com', 'cleo@example.com'].map((email, index) => ({
    ...users[0]!,
    id: `00000000-0000-4000-8000-00000000000${index}`,
    email,
  }));
  await registry.import({ ...rest, users: [...users, ...more] });
});
afterAll(() => emulator.close());

async function userOf(userId: string): Promise<unknown> {
  const response = await fetch(`${emulator.url}/_emulator/v1/tokens/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId, tenantId: 'kaffee-kontor' }),
  });
  const body = (await response.json()) as { claims?: { userId: string }; errors?: unknown };
  return body.claims === undefined ? [response.status, body.errors] : body.claims.userId;
}

it.each(['anna', 'ANNA', 'Anna.Bergmann@Example.com', '550e8400-e29b-41d4-a716-446655440000'])(
  'a user may be named %s',
  async (name) => {
    expect(await userOf(name)).toBe('550e8400-e29b-41d4-a716-446655440000');
  },
);

it('an address without a dot is cut at its @', async () => {
  expect(await userOf('cleo')).toBe('00000000-0000-4000-8000-000000000001');
});

it.each(['ben', 'anna.bergmann@example', ''])('%j, which names no user or two, is refused', async (name) => {
  expect(await userOf(name)).toEqual([
    400,
    [{ path: '$.userId', value: name, message: 'no such user; see the list of users' }],
  ]);
});
