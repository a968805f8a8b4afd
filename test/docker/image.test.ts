import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { run as lint } from 'dockerfilelint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instruction, readDockerfile, variablesOf } from './dockerfile.ts';

const run = promisify(execFile);
const megabyte = 1024 * 1024;
let source: string;
let instructions: Instruction[];
let image: string;
let data: string;
let container: ChildProcess | undefined;

beforeAll(async () => {
  source = await readFile('Dockerfile', 'utf8');
  instructions = readDockerfile(source);
});
afterAll(() => container?.kill('SIGKILL'));

const of = (stage: string, name: string) =>
  instructions.filter((one) => one.stage === stage && one.name === name).map(({ text }) => text);

describe('the Dockerfile', () => {
  it('has nothing to remark on for a linter', () => {
    const written = source.replaceAll('${NODE_IMAGE}', base()).replace(/^ARG .*$/m, '# ARG');
    const lines = written.split('\n');
    // The linter does not know that a stage can be the base of another.
    const ofStage = (line: number) => lines[line - 1] === 'FROM build AS example';
    const issues = lint('.', written).filter(({ line }) => !ofStage(line));
    expect(issues.map(({ title, line }) => `${line}: ${title}`)).toEqual([]);
  });

  it('pins its base, and runs as a user without rights', () => {
    expect(base()).toMatch(/^node:\d+\.\d+\.\d+-alpine\d+\.\d+$/);
    expect(of('final', 'USER')).toEqual(['node']);
  });
});

function base(): string {
  return instructions.find(({ name }) => name === 'ARG')!.text.split('=')[1]!;
}

/** Copies what the final stage copies from others, whose steps have been run in folders of their own. */
async function replay(): Promise<void> {
  const dependencies = await mkdtemp(join(tmpdir(), 'image-dependencies-'));
  for (const text of of('dependencies', 'COPY')) {
    for (const file of text.split(' ').slice(0, -1)) await cp(file, join(dependencies, file));
  }
  for (const command of of('dependencies', 'RUN')) {
    await run('sh', ['-c', `${command} --prefer-offline`], { cwd: dependencies });
  }
  // The build stage's steps are those that `npm test` has run already, in the repository.
  expect(of('build', 'RUN')).toEqual(['npm ci --no-audit --no-fund', 'npm run build']);
  const stages: Record<string, string> = { dependencies, build: process.cwd() };
  image = await mkdtemp(join(tmpdir(), 'image-'));
  for (const text of of('final', 'COPY')) {
    const [, stage, path] = /^--from=(\w+) \/app\/(\S+) /.exec(text)!;
    await cp(join(stages[stage!]!, path!), join(image, path!), { recursive: true });
  }
}

async function listing(folder: string): Promise<{ path: string; bytes: number; changed: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.sort().map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, bytes: size, changed: mtimeMs };
    }),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe.skipIf(process.platform === 'win32')('the image, its steps replayed in a clean folder', () => {
  let before: Awaited<ReturnType<typeof listing>>;
  let port: number;

  beforeAll(async () => {
    await replay();
    data = join(await mkdtemp(join(tmpdir(), 'volume-')), 'data');
    await mkdir(data);
    before = await listing(image);
    port = await freePort();
    const entry = JSON.parse(of('final', 'ENTRYPOINT')[0]!) as string[];
    const env = { ...variablesOf(instructions), PATH: process.env['PATH']!, JTL_EMULATOR_DATA_DIR: data };
    const args = [...entry.slice(1), 'start', '--port', String(port), '--tls-port', '0'];
    container = spawn(entry[0]!, args, { cwd: image, env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(container.stdout!, 'data');
  }, 120_000);

  it('stays under 60 MB of what is copied in', () => {
    const bytes = before.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(60 * megabyte);
    expect(
      before.map(({ path }) => path).filter((path) => /\/(typescript|vitest|esbuild)\//.test(path)),
    ).toEqual([]);
  });

  it('is found healthy by its own check', async () => {
    const [command, ...args] = JSON.parse(/CMD (.*)$/.exec(of('final', 'HEALTHCHECK')[0]!)![1]!) as string[];
    const adapted = args.map((text) => text.replace(':5850/', `:${port}/`));
    await expect(run(command!, adapted)).resolves.toBeDefined();
    await expect(
      run(
        command!,
        args.map((text) => text.replace(':5850/', ':1/')),
      ),
    ).rejects.toMatchObject({ code: 1 });
  });

  it('answers from other machines, and for a token', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('hello-world-client:hello-world-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(response.status).toBe(200);
    expect(variablesOf(instructions)['JTL_EMULATOR_HOST']).toBe('0.0.0.0');
  });

  it('ends in peace within a second of a stop, having written nowhere but into /data', async () => {
    const ended = once(container!, 'exit');
    container!.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await listing(image)).toEqual(before);
    expect((await readdir(join(data, 'tls'))).sort()).toEqual(['.gitignore', 'ca-key.pem', 'ca.pem']);
    expect(await readdir(data)).toEqual(['tls']);
  });
});
