import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import type { Emulator } from '../../src/index.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

describe('a path that leads nowhere', () => {
  it.each([
    ['/oauth2/tokn', '/oauth2/token'],
    ['/id/oauth2/token', '/id/oauth/v2/token'],
    ['/.well-known/openid-config', '/.well-known/openid-configuration'],
    ['/account/tenant', '/account/tenants'],
    ['/account/identity/session-tokens', '/account/identity/session-token'],
  ])('%s is answered with the nearest known one', async (path, nearest) => {
    const response = await fetch(emulator.url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('x-emulator-reason')).toContain(`the nearest known path is ${nearest}`);
  });

  it('is answered in the shape of the service it belongs to', async () => {
    expect(await (await fetch(`${emulator.url}/account/nothing`)).json()).toEqual({
      statusCode: 404,
      message: 'Not Found',
      errors: {},
    });
    expect(await (await fetch(`${emulator.url}/oauth2/nothing`)).json()).toEqual({
      error: 'not_found',
      error_description: expect.any(String),
    });
  });
});
