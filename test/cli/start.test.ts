import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { Agent, type IncomingMessage, get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../ports.ts';
import { Program, endPrograms } from '../programs.ts';
import { waitFor } from '../waiting.ts';

/** The built command line, as `bin` of package.json names it; `npm test` builds it first. */
const bin = resolve('dist/cli.js');

afterEach(endPrograms);

interface Started {
  program: Program;
  url: string;
  banner: string;
}

async function start(cwd: string, ...args: string[]): Promise<Started> {
  const program = new Program([process.execPath, bin, 'start', '--log', 'silent', ...args], { cwd });
  const [banner, url = ''] = await program.prints(/^.* on (http:\S+) [^]* Try .*\n/);
  return { program, url, banner };
}

async function failed(cwd: string, ...args: string[]): Promise<{ code: number | null; error: string }> {
  const { code, stderr } = await new Program([process.execPath, bin, ...args], { cwd }).ended();
  return { code, error: stderr };
}

async function stopped({ program }: Started): Promise<number | null> {
  program.kill('SIGTERM');
  return (await program.ended()).code;
}

/** The one installation of the app that the tests set up. */
async function installationOf(api: string): Promise<unknown> {
  const state = (await (await fetch(`${api}/state`)).json()) as {
    apps: { appId: string; slug: string }[];
    installations: { appId: string }[];
  };
  const app = state.apps.find(({ slug }) => slug === 'set-up');
  return state.installations.find(({ appId }) => appId === app?.appId);
}

const newFolder = () => mkdtemp(join(tmpdir(), 'jtl-emulator-start-'));

describe('start', () => {
  it('says where everything is in about ten lines, with a line to paste that gets a token', async () => {
    const { url, banner } = await start(await newFolder(), '--port', '0', '--ephemeral');
    expect(banner.trim().split('\n').length).toBeLessThanOrEqual(12);
    for (const part of [
      `${url}/hub/`,
      `${url}/shell/`,
      `${url}/_emulator/`,
      'bergmann-outdoor',
      'hello-world',
      'jtl-emulator info',
    ]) {
      expect(banner).toContain(part);
    }
    const curl = /curl .*/.exec(banner)![0];
    const [, user, data, target] = /-u (\S+) -d (\S+) (\S+)/.exec(curl) ?? [];
    const response = await fetch(target!, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(user!)}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: data!,
    });
    expect(await response.json()).toMatchObject({ token_type: 'bearer' });
  });

  it('ends at SIGTERM, with a connection kept alive and a stream open', async () => {
    const started = await start(await newFolder(), '--port', '0', '--ephemeral');
    const agent = new Agent({ keepAlive: true });
    const answerTo = async (path: string) => {
      const sent = get(`${started.url}/_emulator/v1/${path}`, { agent });
      const [answer] = (await waitFor(`an answer for ${path}`, once(sent, 'response'))) as [IncomingMessage];
      return answer;
    };
    await waitFor('the answer to end', once((await answerTo('health')).resume(), 'end'));
    (await answerTo('journal/stream')).on('error', () => undefined);
    expect(await stopped(started)).toBe(0);
    agent.destroy();
  });

  it('keeps its state in .jtl-emulator, apps and ids included', async () => {
    const folder = await newFolder();
    const manifest = {
      manifestVersion: '1',
      version: '1.0.0',
      name: { short: 'My App', full: 'My App' },
      capabilities: {},
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const first = await start(folder, '--port', '0', '--app', 'manifest.json', '--write-env', '.env');
    const variables = await readFile(join(folder, '.env'), 'utf8');
    expect(variables).toContain(`JTL_API_BASE=${first.url}\n`);
    expect(await stopped(first)).toBe(0);
    const second = await start(folder, '--port', '0', '--app', 'manifest.json', '--write-env', '.env');
    const again = await readFile(join(folder, '.env'), 'utf8');
    expect(again.replaceAll(second.url, first.url)).toBe(variables);
    expect(await readFile(join(folder, '.jtl-emulator/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('registers a watched manifest again when its file changes, and keeps the app when it is faulty', async () => {
    const folder = await newFolder();
    const file = join(folder, 'manifest.json');
    const manifest = (version: string) =>
      JSON.stringify({ manifestVersion: '1', version, name: { short: 'Watched' }, capabilities: {} });
    await writeFile(file, manifest('1.0.0'));
    const flags = ['--port', '0', '--ephemeral', '--app', 'manifest.json', '--watch', '--log', 'json'];
    const { url, program } = await start(folder, ...flags);
    const version = async () => {
      const app = (await (await fetch(`${url}/_emulator/v1/apps/watched`)).json()) as {
        manifest: { version: string };
      };
      return app.manifest.version;
    };
    expect(await version()).toBe('1.0.0');
    await writeFile(file, '{"manifestVersion":');
    await program.prints(/manifest not registered/, 'stderr');
    expect(await version()).toBe('1.0.0');
    await writeFile(file, manifest('1.1.0'));
    await program.prints(/manifest registered again/, 'stderr');
    expect(await version()).toBe('1.1.0');
  });

  it.each([
    ['Hello World', "replaces the manifest of 'hello-world' of the fixtures, matched by its slug"],
    ['Brand New', "is the new app 'brand-new'"],
  ])('says in its banner which app the manifest of %s became, and why', async (name, what) => {
    const folder = await newFolder();
    const manifest = {
      manifestVersion: '1',
      version: '1.0.0',
      name: { short: name },
      capabilities: { erp: { api: { scopes: ['items.read'] } } },
    };
    await writeFile(join(folder, 'app.json'), JSON.stringify(manifest));
    const flags = ['--port', '0', '--ephemeral', '--app', 'app.json', '--setup', 'pending'];
    const { banner } = await start(folder, ...flags);
    expect(banner).toContain(`app.json ${what}`);
    expect(banner).toContain('in bergmann-outdoor, setup pending, scopes 1');
  });

  it('leaves a setup that was completed meanwhile as it is, on a restart as on a change of the manifest', async () => {
    const folder = await newFolder();
    const manifest = (version: string) =>
      JSON.stringify({ manifestVersion: '1', version, name: { short: 'Set up' }, capabilities: {} });
    await writeFile(join(folder, 'manifest.json'), manifest('1.0.0'));
    const flags = [
      ...['--port', '0', '--app', 'manifest.json', '--setup', 'pending'],
      ...['--watch', '--log', 'json'],
    ];
    const first = await start(folder, ...flags);
    const api = `${first.url}/_emulator/v1`;
    expect(await installationOf(api)).toMatchObject({ status: 'SETUP_PENDING' });
    await fetch(`${api}/apps/set-up/installations/bergmann-outdoor`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: '{"setup":"complete"}',
    });
    await writeFile(join(folder, 'manifest.json'), manifest('1.1.0'));
    await first.program.prints(/manifest registered again/, 'stderr');
    expect(await (await fetch(`${api}/apps/set-up`)).text()).toContain('1.1.0');
    expect(await installationOf(api)).toMatchObject({ status: 'SETUP_COMPLETED' });
    await stopped(first);
    const second = await start(folder, ...flags);
    expect(await installationOf(`${second.url}/_emulator/v1`)).toMatchObject({ status: 'SETUP_COMPLETED' });
  });

  it('writes several files, of which that of a front end gets no secret', async () => {
    const folder = await newFolder();
    for (const [part, file, text] of [
      ['server', 'package.json', '{}'],
      ['web', 'vite.config.ts', ''],
      ['site', 'package.json', '{"devDependencies":{"vite":"^7.0.0"}}'],
    ] as const) {
      await mkdir(join(folder, part));
      await writeFile(join(folder, part, file), text);
    }
    const files = ['server', 'web', 'site'].map((part) => `${part}/.env`);
    await start(folder, '--port', '0', '--ephemeral', ...files.flatMap((file) => ['--write-env', file]));
    const [server, web, site] = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    expect(server).toContain('CLIENT_SECRET=hello-world-secret');
    for (const text of [web, site]) {
      expect(text).toContain('VITE_JTL_CLIENT_ID=hello-world-client');
      expect(text?.match(/^\w+(?==)/gm)?.filter((name) => !name.startsWith('VITE_'))).toEqual([]);
    }
  });

  it('does not write over a file that it cannot read', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '.env'));
    const { code, error } = await failed(
      folder,
      'start',
      '--port',
      '0',
      '--ephemeral',
      '--write-env',
      '.env',
    );
    expect(code).toBe(2);
    expect(error).toBe(
      'jtl-emulator: .env: cannot be read, so its other content could not be kept (EISDIR); name another with --write-env\n',
    );
  });

  it('refuses a state folder in use by name, with exit 2', async () => {
    const folder = await newFolder();
    const { program } = await start(folder, '--port', '0');
    const { code, error } = await failed(folder, 'start', '--port', '0');
    expect(code).toBe(2);
    expect(error).toContain(
      `${join(folder, '.jtl-emulator')} is in use by the emulator with process id ${program.pid}`,
    );
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('takes its settings from the environment and the config file, flags first', async () => {
    const folder = await newFolder();
    await writeFile(
      join(folder, 'jtl-emulator.config.yaml'),
      'port: 1\nephemeral: true\nttl: { access: 77 }\n',
    );
    const { url } = await start(folder, '--port', '0');
    const state = (await (await fetch(`${url}/_emulator/v1/state`)).json()) as {
      config: { lifetimes: object };
    };
    expect(state.config.lifetimes).toEqual({ access: 77 });
  });
});

describe("start with fixtures of one's own", () => {
  it('reads their YAML in the built program too', async () => {
    const folder = await newFolder();
    const tenant =
      '{ id: 7c9e6679-7425-40de-944b-e07fc1f90aaa, slug: probe, name: Probe, owner: ben.kontor@example.com }';
    await writeFile(join(folder, 'platform.yaml'), `extends: shipped\ntenants:\n  - ${tenant}\n`);
    const { banner } = await start(folder, '--port', '0', '--ephemeral', '--fixtures', '.');
    expect(banner).toContain('funkloch, probe');
  });
});

describe('start on a port that is taken', () => {
  it('names another emulator', async () => {
    const folder = await newFolder();
    const { url } = await start(folder, '--port', '0', '--ephemeral');
    const { port } = new URL(url);
    const { code, error } = await failed(folder, 'start', '--port', port, '--ephemeral');
    expect(code).toBe(2);
    expect(error).toMatch(
      new RegExp(
        `^jtl-emulator: port ${port} is taken by another jtl-emulator [\\d.]+; choose another with --port N, or --port 0 for any free one\n$`,
      ),
    );
  });

  it.runIf(process.platform === 'linux')('names the process that has it', async () => {
    const server = createServer();
    const port = await listen(server);
    const { code, error } = await failed(await newFolder(), 'start', '--port', String(port), '--ephemeral');
    server.close();
    expect(code).toBe(2);
    expect(error).toContain(`port ${port} is taken by `);
    expect(error).toContain(`(process id ${process.pid})`);
  });
});

describe('exec', () => {
  it('gives a command the environment that apps read, and its exit code back', async () => {
    const script = `fetch(process.env.JTL_API_BASE + '/_emulator/v1/health').then((r) => process.exit(r.ok && process.env.CLIENT_ID === 'hello-world-client' ? 7 : 1))`;
    expect(await failed(await newFolder(), 'exec', '--', process.execPath, '-e', script)).toEqual({
      code: 7,
      error: '',
    });
  });

  it('gives a command the credentials of the first --app', async () => {
    const folder = await newFolder();
    const other = { manifestVersion: '1', version: '1.0.0', name: { short: 'Other' }, capabilities: {} };
    await writeFile(join(folder, 'other.json'), JSON.stringify(other));
    const script = `process.exit(process.env.CLIENT_ID === 'hello-world-client' ? 7 : 1)`;
    const apps = ['--app', resolve('fixtures/apps/hello-world.json'), '--app', 'other.json'];
    expect(await failed(folder, 'exec', ...apps, '--', process.execPath, '-e', script)).toEqual({
      code: 7,
      error: '',
    });
  });

  it('explains that a port is taken, as start does', async () => {
    const folder = await newFolder();
    const { port } = new URL((await start(folder, '--port', '0', '--ephemeral')).url);
    const { code, error } = await failed(folder, 'exec', '--port', port, '--', process.execPath, '--version');
    expect(code).toBe(2);
    expect(error).toMatch(
      new RegExp(`^jtl-emulator: port ${port} is taken by .*; choose another with --port N`),
    );
  });

  it('says in one line that there is no such command', async () => {
    expect(await failed(await newFolder(), 'exec', '--', 'no-such-command')).toEqual({
      code: 2,
      error: 'jtl-emulator: cannot run no-such-command (ENOENT)\n',
    });
  });
});
