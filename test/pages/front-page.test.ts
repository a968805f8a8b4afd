import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

interface Answer {
  status: number | undefined;
  location: string | undefined;
  type: string;
  body: string;
}

/** fetch cannot set Host. */
function get(path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(emulator.url + path, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.once('end', () => {
        const { location, 'content-type': type = '' } = response.headers;
        resolve({ status: response.statusCode, location, type, body });
      });
    })
      .once('error', reject)
      .end();
  });
}

describe('the root', () => {
  it.each(['/', '/?from=bookmark'])('leads a browser that opens %s to the dashboard', async (path) => {
    expect(await get(path, { Accept: browser })).toMatchObject({ status: 302, location: '/_emulator/' });
  });

  it.each([
    ['a program', { Accept: '*/*' }],
    ['a browser that opens the platform’s host', { Accept: browser, Host: 'auth.jtl-cloud.com' }],
  ])('answers %s as the platform does', async (_who, headers) => {
    expect(await get('/', headers)).toMatchObject({ status: 404, type: 'application/json' });
  });
});

describe('a page whose address names an unknown user', () => {
  it.each([
    ['/hub/', 'en', 'This page does not exist'],
    ['/shell/', 'de', 'Diese Seite gibt es nicht'],
    ['/partner/', 'en', 'This page does not exist'],
  ])(
    '%s is a page in the browser’s language (%s) that names the known users',
    async (path, language, title) => {
      const headers = { Accept: browser, 'Accept-Language': language };
      const { status, type, body } = await get(`${path}?user=%3Cb%3Enobody`, headers);
      expect({ status, type }).toEqual({ status: 404, type: 'text/html; charset=utf-8' });
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body).toContain('anna.bergmann@example.com');
      expect(body).toContain('&lt;b&gt;nobody');
      expect(body).not.toContain('<b>');
    },
  );

  it('stays JSON for programs', async () => {
    const { status, body } = await get('/hub/?user=nobody', { Accept: '*/*' });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ value: 'nobody' }] });
  });
});
