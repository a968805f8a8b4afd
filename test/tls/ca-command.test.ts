import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { listen } from '../ports.ts';

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const code = await runCli(args, {
    env: {},
    write: (text) => (out += text),
    writeError: (text) => (error += text),
  });
  return { code, out, error };
}

const newFolder = () => mkdtemp(join(tmpdir(), 'jtl ca '));

it('tells the path of the authority’s certificate, making it at the first time', async () => {
  const folder = await newFolder();
  const { code, out } = await run('ca', 'path', '--data-dir', folder);
  expect(code).toBe(0);
  expect(out).toBe(`${join(folder, 'tls', 'ca.pem')}\n`);
  expect(await readFile(out.trim(), 'utf8')).toContain('BEGIN CERTIFICATE');
});

it('shows for every language and image how it comes to trust that file', async () => {
  const folder = await newFolder();
  const { out } = await run('ca', 'trust-help', '--data-dir', folder);
  const file = join(folder, 'tls', 'ca.pem');
  for (const line of [
    `NODE_EXTRA_CA_CERTS="${file}" node app.js`,
    `php -d curl.cainfo="${file}" -d openssl.cafile="${file}" app.php`,
    `Linux, macOS: SSL_CERT_FILE="${file}" dotnet run`,
    `cp "${file}" /usr/local/share/ca-certificates/jtl-emulator.crt && update-ca-certificates`,
  ]) {
    expect(out).toContain(line);
  }
  for (const name of ['Java', 'Python', 'Chrome', 'Firefox', 'Alpine']) expect(out).toContain(name);
});

it.each(['--tls-port', '--https-port', '--proxy-port'])(
  'start names %s when its port is taken',
  async (flag) => {
    const server = createServer();
    const port = await listen(server);
    const folder = await newFolder();
    const { code, error } = await run(
      'start',
      '--ephemeral',
      '--data-dir',
      folder,
      '--port',
      '0',
      flag,
      String(port),
    );
    server.close();
    expect(code).toBe(2);
    expect(error).toContain(`port ${port} is taken`);
    expect(error).toContain(`choose another with ${flag} N, or ${flag} 0 for any free one`);
  },
);
