import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { frameRemarks } from '../../src/pages/frame-remarks.ts';
import { openSurface } from '../../src/testing.ts';
import { describeInBrowser } from '../browser/chromium.ts';
import { manifestFor } from '../browser/web-app.ts';
import { recorded } from '../journal.ts';

const page = 'http://127.0.0.1:3000/page';
const host = 'http://127.0.0.1:5850';
const csp = (policy: string): [string, string][] => [['Content-Security-Policy', policy]];

describe('the frame of an app', () => {
  it.each<[string, [string, string][], string?]>([
    ['nothing', []],
    ['X-Frame-Options: DENY', [['X-Frame-Options', 'DENY']]],
    ['X-Frame-Options: sameorigin of another port', [['X-Frame-Options', 'sameorigin']]],
    ['no ancestors', csp("default-src 'self'; frame-ancestors 'none'")],
    ['its own origin only', csp("frame-ancestors 'self'")],
    ['the real shell only', csp('frame-ancestors https://*.jtl-cloud.com')],
    ['another port', csp('frame-ancestors http://127.0.0.1:5851')],
    ['another scheme', csp('frame-ancestors https://127.0.0.1:5850')],
    ['no sources', csp('frame-ancestors')],
    ['one of two policies', [...csp('frame-ancestors *'), ...csp("frame-ancestors 'none'")]],
  ])('is refused by an app that sends %s', (_what, headers) => {
    const remarks = frameRemarks(new Headers(headers), page, host);
    expect(remarks.map(({ rule }) => rule)).toEqual(headers.length === 0 ? [] : ['frame']);
    for (const { message } of remarks) expect(message).toContain(`frame-ancestors ${host}`);
  });

  it.each<[string, [string, string][]]>([
    [
      'X-Frame-Options: SAMEORIGIN beside frame-ancestors',
      [['X-Frame-Options', 'DENY'], ...csp('frame-ancestors *')],
    ],
    ['an unknown X-Frame-Options', [['X-Frame-Options', 'ALLOW-FROM http://a.test']]],
    ['no frame-ancestors', csp("default-src 'none'")],
    ['the shell', csp(`frame-ancestors 'self' ${host}`)],
    ['any port', csp('frame-ancestors http://127.0.0.1:*')],
    ['its scheme', csp('frame-ancestors http:')],
    ['the shell without a scheme', csp('frame-ancestors 127.0.0.1:5850')],
    ['in capitals', csp(`FRAME-ANCESTORS HTTP://127.0.0.1:5850`)],
  ])('is allowed by an app that sends %s', (_what, headers) => {
    expect(frameRemarks(new Headers(headers), page, host)).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    ['sid=1', 'http://localhost:3000/page', host, true],
    ['sid=1; SameSite=Lax', 'http://localhost:3000/page', host, true],
    ['sid=1; SameSite=None', 'http://localhost:3000/page', host, true],
    ['sid=1; SameSite=None; Secure', 'http://localhost:3000/page', host, false],
    ['sid=1; SameSite=Strict', page, host, false],
    ['sid=1', 'https://app.company.example/page', 'https://erp.company.example', false],
    ['sid=1', 'https://app.example/page', 'https://erp.jtl-cloud.com', true],
  ])('with a cookie %s of %s in %s', (cookie, url, embedder, dropped) => {
    const remarks = frameRemarks(new Headers([['Set-Cookie', cookie]]), url, embedder);
    expect(remarks.map(({ rule }) => rule)).toEqual(dropped ? ['cookie'] : []);
    for (const { message } of remarks) expect(message).toContain("'sid'");
  });
});

describeInBrowser('an app whose page the browser does not frame', ({ newPage }) => {
  let emulator: Emulator;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    emulator = await startEmulator();
    server = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      if (request.url === '/page') response.setHeader('X-Frame-Options', 'DENY').end('<p>page');
      else response.end(`<script>location = 'http://127.0.0.1:9/sign-in'</script>`);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await emulator.close();
  });

  const install = async (name: string, erp: object = {}) => {
    const { slug } = await emulator.apps.register({ manifest: manifestFor(url, { name, erp }) });
    await emulator.apps.install(slug, 'kaffee-kontor');
    return slug;
  };
  const messages = () => emulator.journal.entries().map(({ reason = '' }) => reason);

  it('is remarked on beside the empty frame and in the journal', async () => {
    const slug = await install('Refusing');
    const tab = await newPage();
    await openSurface(tab, emulator.url, { tenant: 'kaffee-kontor', user: 'anna', app: slug });
    await tab.getByText(`${url} forbids its frame in ${emulator.url} by 'X-Frame-Options: DENY'`).waitFor();
    expect(messages().join('\n')).toContain(`${url} forbids its frame in ${emulator.url}`);
  });

  it('is remarked on where its page leads to one that no manifest names', async () => {
    const menuItems = [{ id: 'page', name: 'Page', url: `${url}/away` }];
    const slug = await install('Leaving', { menuItems });
    const reported = recorded(emulator, 'the blocked request', ({ path }) => path.endsWith('/blocked'));
    const tab = await newPage();
    await openSurface(tab, emulator.url, { tenant: 'kaffee-kontor', user: 'anna', app: slug });
    await tab.getByText('was to open a page that no manifest names: http://127.0.0.1:9').waitFor();
    expect((await reported).reason).toContain('was to open http://127.0.0.1:9');
  });
});
