import { createServer } from 'node:https';
import { mkdir, mkdtemp, readFile, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Authority, certificateHosts } from '../../src/server/tls/authority.ts';
import { listen } from '../ports.ts';

const folder = () => mkdtemp(join(tmpdir(), 'authority-'));

it('is made once per folder and kept private', async () => {
  const place = join(await folder(), 'tls');
  const first = await Authority.open(place);
  const again = await Authority.open(place);
  expect(await readFile(again.certificateFile, 'utf8')).toBe(await readFile(first.certificateFile, 'utf8'));
  if (process.platform !== 'win32') expect((await stat(join(place, 'ca-key.pem'))).mode & 0o777).toBe(0o600);
});

it('is one and the same for processes that make it at the same moment', async () => {
  const place = join(await folder(), 'tls');
  const all = await Promise.all(Array.from({ length: 5 }, () => Authority.open(place)));
  expect(new Set(all.map((one) => one.certificate)).size).toBe(1);
  expect(await readFile(join(place, 'ca.pem'), 'utf8')).toBe(all[0]!.certificate);
});

it('that cannot be read is reported, and not replaced', async () => {
  const place = await folder();
  await mkdir(join(place, 'ca-key.pem'));
  await expect(Authority.open(place)).rejects.toThrow(
    /cannot keep the local certificate authority \(EISDIR\)/,
  );
});

it('is replaced when it would run out before the certificates it issues', async () => {
  const place = await folder();
  const { certificateFile } = await Authority.open(place, Date.parse('2010-01-01T00:00:00Z'));
  const old = await readFile(certificateFile, 'utf8');
  await Authority.open(place);
  expect(await readFile(certificateFile, 'utf8')).not.toBe(old);
});

it.each([...certificateHosts, '127.0.0.1'])(
  'issues certificates that a client trusting it accepts for %s',
  async (host) => {
    const authority = await Authority.open(await folder());
    const server = createServer(await authority.issueServerCertificate(), (_request, response) =>
      response.end('hello'),
    );
    const port = await listen(server);
    try {
      const ca = await readFile(authority.certificateFile, 'utf8');
      const ask = (trusted: string | undefined) =>
        new Promise<number | string | undefined>((resolve) => {
          request(
            {
              host: '127.0.0.1',
              port,
              servername: host === '127.0.0.1' ? '' : host,
              ...(trusted ? { ca: trusted } : {}),
            },
            (response) => {
              response.resume();
              resolve(response.statusCode);
            },
          )
            .on('error', (error: NodeJS.ErrnoException) => {
              resolve(error.code);
            })
            .end();
        });
      expect(await ask(ca)).toBe(200);
      expect(await ask(undefined)).toMatch(/SELF_SIGNED|UNABLE_TO/);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
);
