import { cp, mkdir, mkdtemp, readFile, readdir, stat } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as lint } from 'dockerfilelint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program, cleanEnvironment, endPrograms, run } from '../programs.ts';
import { type Instruction, readDockerfile, variablesOf } from './dockerfile.ts';

const megabyte = 1024 * 1024;
let source: string;
let instructions: Instruction[];
let image: string;
let data: string;
let container: Program;

beforeAll(async () => {
  source = await readFile('Dockerfile', 'utf8');
  instructions = readDockerfile(source);
});
afterAll(endPrograms);

const of = (stage: string, name: string) =>
  instructions.filter((one) => one.stage === stage && one.name === name).map(({ text }) => text);

describe('the Dockerfile', () => {
  it('has nothing to remark on for a linter', () => {
    const written = source.replaceAll('${NODE_IMAGE}', base()).replace(/^ARG .*$/gm, '# ARG');
    const lines = written.split('\n');
    // The linter does not know that a stage can be the base of another.
    const ofStage = (line: number) => /^FROM (build|\$\{PACKAGE\}) AS /.test(lines[line - 1] ?? '');
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

/** Runs the steps of the stage `package` in folders of their own, and copies what the final stage copies from it. */
async function replay(): Promise<void> {
  const [packed, installed] = await Promise.all(
    ['image-package-', 'image-installed-'].map((name) => mkdtemp(join(tmpdir(), name))),
  );
  // The build stage's other steps are those that `npm test` has run already, in the repository.
  const pack = 'npm pack --ignore-scripts --pack-destination /package';
  expect(of('build', 'RUN')).toEqual([
    'npm ci --no-audit --no-fund',
    `npm run build && mkdir /package && ${pack}`,
  ]);
  const here = (text: string) => text.replaceAll('/package', packed!).replaceAll('/installed', installed!);
  for (const command of [pack, ...of('package', 'RUN')]) {
    await run(['sh', '-c', here(command)], { limit: 240_000 });
  }
  image = await mkdtemp(join(tmpdir(), 'image-'));
  for (const text of of('final', 'COPY')) {
    const [, from, to] = /^--from=package (\S+) (\S+)$/.exec(text)!;
    await cp(here(from!), join(image, to!), { recursive: true });
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

/** Of this machine in its network, if it is in one. */
const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

const lacking = process.platform === 'win32' ? 'no sh on this machine' : undefined;
const suite = 'the image, its steps replayed in a clean folder';

describe.skipIf(lacking)(lacking === undefined ? suite : `${suite} (skipped: ${lacking})`, () => {
  let before: Awaited<ReturnType<typeof listing>>;
  let port: number;

  beforeAll(async () => {
    await replay();
    data = join(await mkdtemp(join(tmpdir(), 'volume-')), 'data');
    await mkdir(data);
    before = await listing(image);
    const entry = JSON.parse(of('final', 'ENTRYPOINT')[0]!) as string[];
    const env = cleanEnvironment({ ...variablesOf(instructions), JTL_EMULATOR_DATA_DIR: data });
    container = new Program([...entry, 'start', '--port', '0', '--tls-port', '0'], { cwd: image, env });
    port = Number((await container.prints(/ on http:\/\/[^\s:]+:(\d+) /))[1]);
  }, 300_000);

  it('adds less than 20 MB to its base, and only the package', () => {
    const bytes = before.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes).toBeLessThan(20 * megabyte);
    const inModules = before.map(({ path }) => path.slice(join(image, 'node_modules').length + 1));
    expect(inModules.filter((path) => !/^(jtl-platform-emulator[\\/]|\.)/.test(path))).toEqual([]);
  });

  it('is found healthy by its own check', async () => {
    const [command, ...args] = JSON.parse(/CMD (.*)$/.exec(of('final', 'HEALTHCHECK')[0]!)![1]!) as string[];
    const adapted = args.map((text) => text.replace(':5850/', `:${port}/`));
    await expect(run([command!, ...adapted])).resolves.toBeDefined();
    const elsewhere = args.map((text) => text.replace(':5850/', ':1/'));
    await expect(run([command!, ...elsewhere])).rejects.toMatchObject({ code: 1 });
  });

  it.skipIf(address === undefined)('answers on an address that other machines reach', async () => {
    const response = await fetch(`http://${address}:${port}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa('hello-world-client:hello-world-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(response.status).toBe(200);
  });

  it('ends in peace when it is stopped, having written nowhere but into /data', async () => {
    container.kill('SIGTERM');
    expect(await container.ended()).toMatchObject({ code: 0, signal: null });
    expect(await listing(image)).toEqual(before);
    expect((await readdir(join(data, 'tls'))).sort()).toEqual(['.gitignore', 'ca-key.pem', 'ca.pem']);
    expect(await readdir(data)).toEqual(['tls']);
  });
});
