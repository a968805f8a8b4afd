import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, type Server, createServer, request } from 'node:http';
import { createServer as createSecureServer, request as secureRequest } from 'node:https';
import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { ProxyAgent, fetch } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';
import { createProxy } from '../../src/server/proxy/proxy.ts';
import { Authority } from '../../src/server/tls/authority.ts';
import { freePort, listen, refusingPort } from '../ports.ts';
import { waitFor } from '../waiting.ts';
import { completed, languages, runLanguage } from './languages.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const servers: Server[] = [];
let folder: string;
let emulator: RunningEmulator;
let proxyUrl: string;
let caFile: string;

/** An emulator whose proxy stands in an environment of its own. */
async function start(env: Record<string, string> = {}): Promise<RunningEmulator> {
  return createEmulator({ proxyPort: 0, tlsFolder: join(folder, 'tls'), env });
}

async function listening(server: Server): Promise<string> {
  servers.push(server);
  return `127.0.0.1:${await listen(server)}`;
}

/** Sends a request whose body is given or empty, and waits for the head of its answer. */
async function answerTo(sending: ClientRequest, body = ''): Promise<IncomingMessage> {
  const answered = once(sending.end(body), 'response') as Promise<[IncomingMessage]>;
  return (await waitFor(`an answer to ${sending.method} ${sending.path}`, answered))[0];
}

/** Asks a proxy for a tunnel and waits for its answer. */
function askForTunnel(proxy: string, target: string): Promise<{ answer: IncomingMessage; socket: Socket }> {
  const asking = request(proxy, { method: 'CONNECT', path: target }).end();
  const answered = new Promise<{ answer: IncomingMessage; socket: Socket }>((resolve, reject) => {
    asking.once('error', reject);
    asking.once('connect', (answer: IncomingMessage, socket: Socket, head: Buffer) => {
      // Bytes that came with the answer must precede later ones, so they are put back at once.
      if (head.length > 0) socket.unshift(head);
      resolve({ answer, socket });
    });
  });
  return waitFor(`an answer to CONNECT ${target}`, answered);
}

/** Sends a request with an absolute URL to a proxy, as clients do for `http:` and some for `https:`. */
async function absolute(
  proxy: string,
  url: string,
  headers = {},
): Promise<{ answer: IncomingMessage; body: string }> {
  const answer = await answerTo(
    request(proxy, { path: url, headers: { Host: new URL(url).host, ...headers } }),
  );
  return { answer, body: await text(answer) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl proxy '));
  emulator = await start();
  proxyUrl = `http://127.0.0.1:${emulator.listeners!.proxyPort}`;
  caFile = emulator.listeners!.authority.certificateFile;
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => emulator.close());

describe('an app with hard-coded real hosts, behind the proxy', () => {
  for (const { name, command, missing } of languages) {
    it.skipIf(missing)(`goes through both flows in ${missing ?? name}`, async () => {
      const { token } = await emulator.platform.tokens.mint('session', { tenantId: kaffee });
      const env = {
        SESSION_TOKEN: token,
        HTTPS_PROXY: proxyUrl,
        CURL_CA_BUNDLE: caFile,
        SSL_CERT_FILE: caFile,
        PHP_INI_SCAN_DIR: await phpIni(),
      };
      expect(await runLanguage(command, env)).toEqual(completed);
    });
  }
});

async function phpIni(): Promise<string> {
  await writeFile(join(folder, 'ca.ini'), `curl.cainfo="${caFile}"\nopenssl.cafile="${caFile}"\n`);
  return `:${folder}`;
}

describe('requests for the platform’s hosts', () => {
  it('are answered by the emulator through CONNECT, without a look at the world outside', async () => {
    const dispatcher = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: await readFile(caFile, 'utf8') } });
    const answer = await fetch('https://id.jtl-cloud.com/oauth/v2/keys', { dispatcher });
    expect(await answer.json()).toMatchObject({ keys: [{ kty: 'RSA' }] });
    await dispatcher.close();
  });

  it.each(['http', 'https'])('are answered when they come with an absolute %s URL', async (scheme) => {
    const { answer, body } = await absolute(proxyUrl, `${scheme}://auth.jtl-cloud.com/.well-known/jwks.json`);
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ keys: [{ kty: 'RSA' }] });
  });

  it('are answered through CONNECT to port 80 too', async () => {
    const socket = await tunnel(proxyUrl, 'api.jtl-cloud.com:80');
    socket.write('GET /erp/info HTTP/1.1\r\nHost: api.jtl-cloud.com\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 401 /);
  });
});

/** Opens a tunnel by hand. */
async function tunnel(proxy: string, target: string): Promise<Socket> {
  const { answer, socket } = await askForTunnel(proxy, target);
  expect(answer.statusCode).toBe(200);
  return socket;
}

describe('everything else', () => {
  it('is tunnelled untouched: the client sees the other server’s own certificate', async () => {
    const other = await Authority.open(await mkdtemp(join(tmpdir(), 'other-')));
    const server = createSecureServer(await other.issueServerCertificate(), (_request, response) =>
      response.end('outside'),
    );
    const host = await listening(server as unknown as Server);
    const dispatcher = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: other.certificate } });
    expect(await (await fetch(`https://${host}/`, { dispatcher })).text()).toBe('outside');
    await dispatcher.close();
  });

  it('arrives whole through a tunnel that its sender closes at once', async () => {
    const bytes = 4 * 1024 * 1024;
    const server = createServer().on('connection', (socket: Socket) => {
      socket.end(Buffer.alloc(bytes, 'x'));
    });
    const socket = await tunnel(proxyUrl, await listening(server));
    expect((await text(socket)).length).toBe(bytes);
  });

  it('is passed on with its method, headers and body, less what concerns the proxy', async () => {
    const host = await listening(
      createServer(async (incoming, response) => {
        const { method, url, headers } = incoming;
        response.writeHead(201, { 'X-Answer': 'yes' });
        response.end(JSON.stringify({ method, url, headers, body: await text(incoming) }));
      }),
    );
    const sent = request(proxyUrl, {
      method: 'PUT',
      path: `http://${host}/a?b=c`,
      headers: { Host: host, 'X-Own': '1', 'Proxy-Authorization': 'Basic secret', 'Content-Length': 4 },
    });
    const answer = await answerTo(sent, 'body');
    expect(answer).toMatchObject({ statusCode: 201, headers: { 'x-answer': 'yes' } });
    const seen = JSON.parse(await text(answer)) as { headers: Record<string, string> };
    expect(seen).toMatchObject({
      method: 'PUT',
      url: '/a?b=c',
      body: 'body',
      headers: { host, 'x-own': '1' },
    });
    expect(seen.headers).not.toHaveProperty('proxy-authorization');
  });

  it('is refused with a reason when it cannot be reached', async () => {
    const { port, release } = await refusingPort();
    const host = `127.0.0.1:${port}`;
    const { answer } = await absolute(proxyUrl, `http://${host}/`);
    expect(answer.statusCode).toBe(502);
    expect(answer.headers['x-emulator-reason']).toContain('could not be forwarded');
    const { answer: refusal } = await askForTunnel(proxyUrl, host);
    expect(refusal.statusCode).toBe(502);
    expect(refusal.headers['x-emulator-reason']).toBe(`cannot reach ${host} (ECONNREFUSED)`);
    release();
  });

  it('gets an explanation where the port is taken for a web server', async () => {
    const answer = await fetch(`${proxyUrl}/hub/`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-emulator-reason')).toBe(
      "this port is a proxy: name it in HTTPS_PROXY; '/hub/' is not an absolute URL",
    );
  });
});

describe('behind a corporate proxy', () => {
  /** A proxy that notes what it is asked for, and lets only those in who know the password. */
  async function corporate(asked: string[]): Promise<string> {
    const known = `Basic ${Buffer.from('anna:p@ss').toString('base64')}`;
    const server = createServer((incoming, response) => {
      asked.push(`${incoming.method} ${incoming.url}`);
      response.writeHead(incoming.headers['proxy-authorization'] === known ? 200 : 407).end('from the proxy');
    }).on('connect', (incoming: IncomingMessage, socket: Socket) => {
      asked.push(`CONNECT ${incoming.url}`);
      if (incoming.headers['proxy-authorization'] !== known) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const [host = '', port] = (incoming.url ?? '').split(':');
      const outside = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        outside.pipe(socket).pipe(outside);
      });
      outside.on('error', () => socket.destroy());
      socket.on('error', () => outside.destroy());
    });
    return listening(server);
  }

  it('everything else goes through that one, with its credentials, and the platform’s hosts do not', async () => {
    const asked: string[] = [];
    const url = `http://anna:p%40ss@${await corporate(asked)}`;
    const other = await Authority.open(await mkdtemp(join(tmpdir(), 'other-')));
    const credentials = await other.issueServerCertificate();
    const outside = await listening(
      createSecureServer(credentials, (_request, response) => response.end('outside')) as unknown as Server,
    );
    const own = await start({ HTTPS_PROXY: url, http_proxy: url });
    const proxy = `http://127.0.0.1:${own.listeners!.proxyPort}`;
    try {
      const socket = connectSecurely({ socket: await tunnel(proxy, outside), ca: other.certificate });
      await waitFor('a secure connection', once(socket, 'secureConnect'));
      const sent = secureRequest({ createConnection: () => socket, headers: { Host: outside } });
      const answer = await answerTo(sent);
      expect(await text(answer)).toBe('outside');
      expect((await absolute(proxy, 'http://shop.example/')).body).toBe('from the proxy');
      await absolute(proxy, 'https://auth.jtl-cloud.com/.well-known/jwks.json');
      expect(asked).toEqual([`CONNECT ${outside}`, 'GET http://shop.example/']);
    } finally {
      await own.close();
    }
  });

  it('a server that sends first reaches the client through both', async () => {
    const server = createServer().on('connection', (socket: Socket) => {
      socket.end('220 ready');
    });
    const target = await listening(server);
    const proxy = createServer().on('connect', (_incoming: IncomingMessage, socket: Socket) => {
      socket.end('HTTP/1.1 200 OK\r\n\r\n220 ready');
    });
    const own = await start({ HTTPS_PROXY: await listening(proxy) });
    try {
      expect(
        await text(await tunnel(`http://127.0.0.1:${own.listeners!.proxyPort}`, 'shop.example:25')),
      ).toBe('220 ready');
      expect(await text(await tunnel(proxyUrl, target))).toBe('220 ready');
    } finally {
      await own.close();
    }
  });

  it('NO_PROXY is heeded, and a refusal of that proxy reported', async () => {
    const asked: string[] = [];
    const proxy = await corporate(asked);
    const near = await listening(createServer((_request, response) => response.end('near')));
    const own = await start({
      HTTPS_PROXY: proxy,
      HTTP_PROXY: `http://${proxy}`,
      NO_PROXY: 'localhost, 127.0.0.1',
    });
    const url = `http://127.0.0.1:${own.listeners!.proxyPort}`;
    try {
      expect((await absolute(url, `http://${near}/`)).body).toBe('near');
      const { answer: refusal } = await askForTunnel(url, 'shop.example:443');
      expect(refusal.statusCode).toBe(502);
      expect(refusal.headers['x-emulator-reason']).toBe(
        `the proxy ${proxy} answered 407 to CONNECT shop.example:443`,
      );
      expect(asked).toEqual(['CONNECT shop.example:443']);
    } finally {
      await own.close();
    }
  });
});

describe('an answer that is cut off', () => {
  it.each(['Content-Length: 100', 'Transfer-Encoding: chunked'])(
    'ends the client too (%s)',
    async (header) => {
      const server = createServer().on('connection', (socket: Socket) => {
        socket.once('data', () => {
          socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n5\r\nhello\r\n`, () => socket.destroy());
        });
      });
      const host = await listening(server);
      await expect(absolute(proxyUrl, `http://${host}/`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    },
  );
});

describe('a proxy that is configured as its own upstream', () => {
  it('goes there directly: the same shell may hold HTTPS_PROXY for apps', async () => {
    const proxyPort = await freePort();
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const named = `http://${name}:${proxyPort}`;
      const own = await createEmulator({
        proxyPort,
        tlsFolder: join(folder, 'tls'),
        env: { HTTPS_PROXY: named, HTTP_PROXY: named },
      });
      try {
        const near = await listening(createServer((_request, response) => response.end('near')));
        const url = `http://127.0.0.1:${proxyPort}`;
        expect((await absolute(url, `http://${near}/`)).body).toBe('near');
        const socket = await tunnel(url, near);
        socket.write('GET / HTTP/1.0\r\n\r\n');
        expect(await text(socket)).toContain('near');
      } finally {
        await own.close();
      }
    }
  });

  it('refuses what comes back to it over another one', async () => {
    const env: Record<string, string> = {};
    const one = await start(env);
    const url = `http://127.0.0.1:${one.listeners!.proxyPort}`;
    // Every hop forwards the Via header.
    const circle = createServer((incoming, response) => {
      request(url, { path: incoming.url, headers: incoming.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      }).end();
    }).on('connect', (incoming: IncomingMessage, socket: Socket) => {
      request(url, { method: 'CONNECT', path: incoming.url, headers: incoming.headers })
        .on('connect', ({ statusCode = 0 }) => socket.end(`HTTP/1.1 ${statusCode} No\r\n\r\n`))
        .end();
    });
    env['HTTPS_PROXY'] = env['HTTP_PROXY'] = `http://${await listening(circle)}`;
    try {
      const { answer } = await absolute(url, 'http://shop.example/');
      expect(answer.statusCode).toBe(508);
      expect(answer.headers['x-emulator-reason']).toContain('came back to this proxy');
      const { answer: refusal } = await askForTunnel(url, 'shop.example:443');
      expect(refusal.headers['x-emulator-reason']).toContain('answered 508 to CONNECT shop.example:443');
    } finally {
      await one.close();
    }
  });

  it('says in Via that a request went through it, after those before', async () => {
    const seen: (string | undefined)[] = [];
    const host = await listening(
      createServer(({ headers }, response) => {
        seen.push(headers.via);
        response.end();
      }),
    );
    await absolute(proxyUrl, `http://${host}/`, { Via: '1.0 fred' });
    expect(seen).toEqual([expect.stringMatching(/^1\.0 fred, 1\.1 jtl-emulator-[\da-f]+$/)]);
  });
});

describe('for another machine', () => {
  /** A proxy that takes every client for one from a container. */
  async function asSeenFromAContainer(): Promise<string> {
    const proxy = createProxy({
      answersFor: (host) => host === 'api.jtl-cloud.com',
      handler: (_request, response) => response.end('emulated'),
      credentials: await (await Authority.open(join(folder, 'tls'))).issueServerCertificate(),
      env: {},
    });
    const server = proxy.newServer().prependListener('connection', (socket: Socket) => {
      Object.defineProperty(socket, 'remoteAddress', { value: '172.17.0.1' });
    });
    return `http://${await listening(server)}`;
  }

  it('the proxy answers for the platform’s hosts and leads nowhere else', async () => {
    const url = await asSeenFromAContainer();
    expect((await absolute(url, 'http://api.jtl-cloud.com/')).body).toBe('emulated');
    const socket = await tunnel(url, 'api.jtl-cloud.com:80');
    socket.write('GET / HTTP/1.1\r\nHost: api.jtl-cloud.com\r\nConnection: close\r\n\r\n');
    expect(await text(socket)).toContain('emulated');
    const { answer } = await absolute(url, 'http://169.254.169.254/latest/meta-data');
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['x-emulator-reason']).toMatch(
      /none of the platform's hosts.*not for 172\.17\.0\.1/,
    );
    const { answer: refusal } = await askForTunnel(url, '169.254.169.254:80');
    expect(refusal.statusCode).toBe(403);
    expect(refusal.headers['x-emulator-reason']).toContain('none of the platform');
  });
});

it('closes with open tunnels in it', async () => {
  const own = await start();
  const silent = await listening(createServer());
  const socket = await tunnel(`http://127.0.0.1:${own.listeners!.proxyPort}`, silent);
  const closed = waitFor('the tunnel to close', once(socket, 'close'));
  await own.close();
  await closed;
});
