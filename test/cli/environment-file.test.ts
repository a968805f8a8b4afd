import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { filledDotEnv, filledSettings } from '../../src/server/environment-file.ts';

const variables = {
  CLIENT_ID: 'id',
  CLIENT_SECRET: 'secret',
  JTL_ISSUER: 'http://127.0.0.1:5850/id',
  JTL_APP_ID: 'app',
};

describe('a .env file', () => {
  it.each([
    [
      'is new',
      '',
      'CLIENT_ID=id\nCLIENT_SECRET=secret\nJTL_ISSUER=http://127.0.0.1:5850/id\nJTL_APP_ID=app\n',
    ],
    [
      'has other things and old values',
      '# mine\nPORT=3000\nCLIENT_ID=old\n\nexport JTL_APP_ID = "old"\n',
      '# mine\nPORT=3000\nCLIENT_ID=id\n\nJTL_APP_ID=app\nCLIENT_SECRET=secret\nJTL_ISSUER=http://127.0.0.1:5850/id\n',
    ],
  ])('that %s keeps what is not ours', (_what, before, after) => {
    expect(filledDotEnv(before, variables)).toBe(after);
    expect(filledDotEnv(after, variables)).toBe(after);
  });
});

describe('a value that a shell would take apart', () => {
  it('is quoted, and read by Node as it was', () => {
    const scopes = { VITE_JTL_SCOPE: 'openid profile offline_access' };
    const text = filledDotEnv('', scopes);
    expect(text).toBe('VITE_JTL_SCOPE="openid profile offline_access"\n');
    expect(parseEnv(text)).toEqual(scopes);
  });
});

describe('a .NET settings file', () => {
  const section = { Issuer: variables.JTL_ISSUER, ClientId: 'id', ClientSecret: 'secret', AppId: 'app' };

  it.each([
    ['is new', '', { JtlPlatform: section }],
    [
      'has other things',
      '\uFEFF{"Logging":{"LogLevel":"Debug"},"JtlPlatform":{"ClientId":"old","Extra":1}}',
      { Logging: { LogLevel: 'Debug' }, JtlPlatform: { Extra: 1, ...section } },
    ],
  ])('that %s keeps what is not ours', (_what, before, after) => {
    expect(JSON.parse(filledSettings(before, variables, 'appsettings.Local.json'))).toEqual(after);
  });

  it.each(['{"JtlPlatform":', '[]', '7'])('that holds %s is refused by name', (text) => {
    expect(() => filledSettings(text, variables, 'appsettings.Local.json')).toThrow('appsettings.Local.json');
  });
});
