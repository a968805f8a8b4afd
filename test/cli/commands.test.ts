import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { mapUrls } from '../../src/platform/manifests/map-urls.ts';
import { type RefusingPort, listen, refusingPort } from '../ports.ts';

let emulator: Emulator;
let folder: string;
const before = process.cwd();

beforeAll(async () => {
  emulator = await startEmulator();
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-cli-'));
  // Commands read the config file of the folder they run in. Vitest runs each file in a process of its own.
  process.chdir(await mkdtemp(join(tmpdir(), 'jtl-emulator-empty-')));
});

afterAll(async () => {
  process.chdir(before);
  await emulator.close();
});

beforeEach(() => emulator.reset());

interface Run {
  code: number;
  out: string;
  error: string;
}

async function cli(...args: string[]): Promise<Run> {
  return cliWith({ JTL_EMULATOR_URL: emulator.url }, ...args);
}

async function cliWith(env: Record<string, string>, ...args: string[]): Promise<Run> {
  const run: Run = { code: 0, out: '', error: '' };
  run.code = await runCli(args, {
    env,
    write: (text) => (run.out += text),
    writeError: (text) => (run.error += text),
  });
  return run;
}

const manifest = {
  manifestVersion: '1.0.0',
  version: '1.0.0',
  name: { short: 'Probe', full: 'Probe' },
  capabilities: { erp: { api: { scopes: ['items.read'] } } },
};

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('info', () => {
  it('shows tenants, users, apps and their credentials', async () => {
    const { code, out } = await cli('info');
    expect(code).toBe(0);
    for (const part of [
      emulator.url,
      'kaffee-kontor',
      'anna.bergmann@example.com',
      'hello-world-secret',
      'neuland (setup pending)',
    ]) {
      expect(out).toContain(part);
    }
  });

  it('prints one JSON document with --json', async () => {
    const { out } = await cli('info', '--json');
    const body = JSON.parse(out) as { apps: { clientSecret: string }[] };
    expect(body.apps.map((app) => app.clientSecret)).toContain('stock-reader-secret');
  });
});

describe('token', () => {
  it.each(['access', 'session', 'app'])('%s prints the bare token', async (kind) => {
    const { code, out } = await cli('token', kind);
    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  it('mints for the app, tenant and user named, with defects, and explains the result', async () => {
    const minted = await cli('token', 'access', '--app', 'stock-reader', '--defects', 'expired');
    const { code, out } = await cli('token', 'explain', minted.out.trim());
    expect(code).toBe(1);
    expect(out).toMatch(/FAILED.*expired/i);
    const inJson = await cli('token', 'explain', minted.out.trim(), '--json');
    expect({ code: inJson.code, error: inJson.error, body: JSON.parse(inJson.out) as unknown }).toMatchObject(
      {
        code: 1,
        error: '',
        body: { accepted: false },
      },
    );
  });

  it('explains a token that is accepted, and exits 0', async () => {
    const minted = await cli('token', 'session');
    expect(await cli('token', 'explain', minted.out.trim())).toMatchObject({ code: 0, error: '' });
  });

  it('names what is wrong in one line and exits 2', async () => {
    const { code, error } = await cli('token', 'session', '--defects', 'wrongAudience');
    expect([code, error.split('\n').length]).toEqual([2, 2]);
    expect(error).toContain('wrongAudience');
  });
});

describe('tenant', () => {
  it('lists, creates, seeds, disconnects and deletes', async () => {
    expect((await cli('tenant', 'create', 'worker-1', '--template', 'kaffee-kontor')).out).toContain(
      'worker-1',
    );
    const seed = await file('seed.yaml', 'entities:\n  category: [{ name: Sommer }]\n');
    expect((await cli('tenant', 'seed', 'worker-1', seed)).out).toMatch(/category +\d+ +[\da-f-]{36}/);
    expect((await cli('tenant', 'disconnect', 'worker-1')).out).toContain('not connected');
    const changed = await cli('tenant', 'change', 'worker-1', '--mandant', 'Werk_1', '--api-version', '2.3');
    expect(changed.out).toMatch(/worker-1 .*Werk_1 +2\.3 +not connected/);
    const second = await cli('tenant', 'create', 'worker-2', '--mandant', 'Werk_2', '--api-version', '2.0');
    expect(second.out).toMatch(/worker-2 .*Werk_2 +2\.0 +connected/);
    expect((await cli('tenant', 'delete', 'worker-2')).code).toBe(0);
    const wrong = await cli('tenant', 'change', 'worker-1', '--api-version', '1.6');
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('2.0, 2.1, 2.2, 2.3')]);
    expect((await cli('tenant', 'list')).out).toMatch(/worker-1 .*not connected/);
    expect((await cli('tenant', 'delete', 'worker-1')).code).toBe(0);
    expect((await cli('tenant', 'list')).out).not.toContain('worker-1');
  });

  it('names the known tenants when there is none of that name', async () => {
    const { code, error } = await cli('tenant', 'reset', 'nowhere');
    expect([code, error]).toEqual([
      2,
      "jtl-emulator: no tenant 'nowhere'; known: bergmann-outdoor, kaffee-kontor, neuland, funkloch\n",
    ]);
  });
});

describe('app', () => {
  it('registers a manifest file, shows the secret this once, installs, sets up and uninstalls', async () => {
    const registered = await cli(
      'app',
      'register',
      await file('manifest.json', manifest),
      '--slug',
      'probe',
      '--json',
    );
    const { clientSecret } = JSON.parse(registered.out) as { clientSecret: string };
    expect((await cli('app', 'list', '--json')).out).not.toContain(clientSecret);
    expect((await cli('app', 'install', 'probe', 'neuland', '--setup', 'pending')).out).toContain(
      'SETUP_PENDING',
    );
    for (const setup of ['done', 'complete']) {
      expect((await cli('app', 'install', 'probe', 'neuland', '--setup', setup)).out).toContain(
        'SETUP_COMPLETED',
      );
    }
    const wrong = await cli('app', 'install', 'probe', 'neuland', '--setup', 'ready');
    expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('one of complete, pending') });
    await cli('app', 'install', 'probe', 'neuland', '--setup', 'pending');
    expect((await cli('app', 'setup', 'probe', 'neuland')).out).toContain('SETUP_COMPLETED');
    expect((await cli('app', 'uninstall', 'probe', 'neuland')).code).toBe(0);
    expect((await cli('app', 'uninstall', 'probe', 'neuland')).code).toBe(2);
  });

  it.each([
    ['is not there', 'nowhere.json', undefined, 'nowhere.json is not a readable JSON file'],
    ['is not JSON', 'broken.json', '{"manifest', 'broken.json is not a readable JSON file'],
    [
      'has problems',
      'faulty.json',
      { ...manifest, capabilities: { erp: { api: { scopes: ['items.eat'] } } } },
      'items.eat',
    ],
  ])('says in one line that the manifest %s', async (_what, name, content, reason) => {
    const path = content === undefined ? join(folder, name) : await file(name, content);
    const { code, error } = await cli('app', 'register', path);
    expect([code, error.trim().split('\n').length]).toEqual([2, 1]);
    expect(error).toContain(reason);
  });
});

describe('app update and secret', () => {
  it('replace the manifest and the secret', async () => {
    const renamed = { ...manifest, name: { short: 'Renamed', full: 'Renamed' } };
    expect((await cli('app', 'update', 'uninvited', await file('renamed.json', renamed))).out).toContain(
      'Renamed',
    );
    const { out } = await cli('app', 'secret', 'uninvited', '--json');
    expect((JSON.parse(out) as { clientSecret: string }).clientSecret).not.toBe('uninvited-secret');
  });
});

describe('switches', () => {
  it('are shown, set and refused', async () => {
    expect((await cli('switches')).out).toMatch(/enforceScopes +true/);
    expect((await cli('switches', 'set', 'enforceScopes=false', 'profile=teach')).out).toMatch(
      /profile +teach/,
    );
    expect((await cli('switches', 'set', 'enforceScopes=true', 'profile=real')).code).toBe(0);
    expect(await cli('switches', 'set', 'gravity=off')).toMatchObject({
      code: 2,
      error: expect.stringContaining('gravity') as string,
    });
  });
});

describe('outbox', () => {
  it('shows what the ERPs would have sent', async () => {
    const message = {
      kind: 'mail',
      entity: 'salesOrder',
      entityId: 1,
      createdAt: '2026-02-01T10:00:00.000Z',
    };
    await emulator.tenants.seed('kaffee-kontor', {
      outboxMessage: [{ ...message, recipient: 'a@example.com' }],
    });
    expect((await cli('outbox')).out).toContain('a@example.com');
  });
});

describe('clock', () => {
  it('shows, advances, freezes, sets and resets', async () => {
    expect((await cli('clock', 'advance', '90')).out).toMatch(/ 90 +no\n/);
    expect((await cli('clock', 'freeze')).out).toContain('yes');
    expect((await cli('clock', 'set', '2030-01-01T00:00:00Z')).out).toContain('2030-01-01T00:00:00.000Z');
    expect((await cli('clock', 'reset')).out).toMatch(/ 0 +no\n/);
    expect((await cli('clock')).code).toBe(0);
    expect((await cli('clock', 'advance', 'soon')).code).toBe(2);
  });
});

describe('faults', () => {
  it('are added, listed and removed', async () => {
    expect((await cli('faults', 'preset', 'flaky')).out).toContain('flaky');
    expect((await cli('faults', 'add', '{"effect":{"status":503},"times":2}')).out).toContain('0 of 2');
    expect((await cli('faults', '--json')).out).toContain('"times": 2');
    expect((await cli('faults', 'remove', 'flaky')).code).toBe(0);
    expect((await cli('faults', 'clear')).code).toBe(0);
    expect(emulator.faults.list()).toEqual([]);
    expect((await cli('faults', 'add', 'nonsense')).code).toBe(2);
  });
});

describe('snapshot, keys, journal and reset', () => {
  it('go back to a moment', async () => {
    await cli('snapshot', 'save', 'before');
    await emulator.tenants.delete('neuland');
    expect((await cli('snapshot', 'restore', 'before')).out).toContain('everything');
    expect(emulator.tenants.list()).toHaveLength(4);
    expect((await cli('snapshot', 'list')).out).toContain('before');
    expect((await cli('snapshot', 'delete', 'before')).code).toBe(0);
    expect((await cli('snapshot', 'list')).out).not.toContain('before');
    expect((await cli('snapshot', 'delete', 'before')).code).toBe(2);
  });

  it('rotate one ring', async () => {
    expect((await cli('keys', 'rotate', '--ring', 'session')).out).toMatch(/session +\S+/);
    expect((await cli('keys', 'rotate', '--ring', 'gold')).code).toBe(2);
  });

  it('show what happened and forget it', async () => {
    await fetch(`${emulator.url}/oauth2/token`, { method: 'POST' });
    expect((await cli('journal')).out).toMatch(/identity +POST \/oauth2\/token +4\d\d/);
    expect(JSON.parse((await cli('journal', 'har')).out)).toMatchObject({ log: { version: '1.2' } });
    await cli('journal', 'clear');
    expect((await cli('journal', '--json')).out).toBe('{\n  "items": []\n}\n');
  });

  it('restore the fixtures', async () => {
    await emulator.tenants.delete('neuland');
    expect((await cli('reset')).code).toBe(0);
    expect(emulator.tenants.list()).toHaveLength(4);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s knows commands and flags', async (shell) => {
    const { out } = await cli('completion', shell);
    expect(out).toContain('snapshot');
    expect(out).toContain('--expires-in');
  });

  it('for another shell is refused', async () => {
    expect(await cli('completion', 'cmd')).toMatchObject({
      code: 2,
      error: "jtl-emulator: no completion for 'cmd'; there is bash, zsh, fish\n",
    });
  });
});

describe('registration list', () => {
  it('shows the AppId that the app sent', async () => {
    const registration = {
      ...{ appId: 'till/1.0', displayName: 'Till', version: '1.0.0', requestId: 'request-1' },
      ...{ status: 0, requestedAt: '2026-02-01T10:00:00.000Z' },
    };
    await emulator.tenants.seed('kaffee-kontor', { appRegistration: [registration] });
    const { out } = await cli('registration', 'list');
    expect(out).toMatch(/REGISTRATION +APP +APP ID +VERSION/);
    expect(out).toMatch(/request-1 +Till +till\/1\.0 +1\.0\.0/);
  });
});

describe('doctor', () => {
  let nobody: RefusingPort;

  beforeAll(async () => {
    nobody = await refusingPort();
  });
  afterAll(() => nobody.release());

  // A server of this machine may use the port of the fixtures' apps; doctor must not find it.
  beforeEach(async () => {
    const elsewhere = ['http://127.0.0.1:5860', `http://127.0.0.1:${nobody.port}`] as const;
    for (const { appId, slug } of emulator.apps.list()) {
      const shipped = await readFile(join(before, `fixtures/apps/${slug}.json`), 'utf8');
      await emulator.apps.update(appId, mapUrls(JSON.parse(shipped), [elsewhere]));
    }
  });

  it('finds nothing wrong with a running emulator and a matching environment', async () => {
    const { code, out } = await cliWith(
      { JTL_EMULATOR_URL: emulator.url, JTL_API_BASE: emulator.url },
      'doctor',
    );
    expect(out).not.toContain('PROBLEM');
    expect(code).toBe(0);
  });

  it.each([
    ['of version 1', { ...manifest, note: { setupUrl: 'http://127.0.0.1:9/note' } }],
    ['handed in with its listing', { manifest, listing: { setupUrl: 'http://127.0.0.1:9/listing' } }],
  ])(
    'asks the setup page that a manifest %s names, also if other members have that name',
    async (_which, given) => {
      const setupUrl = 'http://127.0.0.1:9/setup';
      const body = 'manifest' in given ? given.manifest : given;
      const complete = { ...body, lifecycle: { setupUrl } };
      const source = 'manifest' in given ? { ...given, manifest: complete } : complete;
      await emulator.apps.register({ manifest: source, slug: 'probe' });
      expect((await cli('doctor')).out).toMatch(
        /app probe +ok +not running \(http:\/\/127\.0\.0\.1:9\/setup\)/,
      );
    },
  );

  it('lists problems that browsers do not explain, until the journal is cleared', async () => {
    const origin = 'http://localhost:5860';
    await fetch(`${emulator.url}/.well-known/jwks.json`, { headers: { Origin: origin } });
    const { code, out } = await cli('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/notice origin +PROBLEM +the origin 'http:\/\/localhost:5860' is not one/);
    await cli('journal', 'clear');
    expect((await cli('doctor')).out).not.toContain('notice origin');
  });

  it('finds variables that lead elsewhere and a clock that is off', async () => {
    emulator.clock.advance(7200);
    const { code, out, error } = await cliWith(
      { JTL_EMULATOR_URL: emulator.url, JTL_API_BASE: 'https://api.jtl-cloud.com' },
      'doctor',
    );
    expect(code).toBe(1);
    expect(out).toMatch(
      /JTL_API_BASE +PROBLEM +is https:\/\/api\.jtl-cloud\.com; for this emulator it would begin with/,
    );
    expect(out).toMatch(/clock +PROBLEM +7200 s off/);
    expect(error).toContain('2 of ');
  });
});

describe('without an emulator', () => {
  it('every command says so in one line and exits 3', async () => {
    const { port, release } = await refusingPort();
    const { code, error } = await cliWith({}, 'info', '--url', `http://127.0.0.1:${port}`);
    expect(code).toBe(3);
    expect(error).toBe(
      `jtl-emulator: no emulator at http://127.0.0.1:${port} (ECONNREFUSED); start one with 'jtl-emulator start', or name it with --url or JTL_EMULATOR_URL\n`,
    );
    release();
  });
});

describe('where something else answers', () => {
  it.each([
    [200, 'text/html', '<html>', 'it answered 200 with another format than JSON'],
    [502, 'text/html', '<html>', 'it answered 502 without naming a problem'],
  ])('%i with %s is reported in one line, with exit 3', async (status, type, body, what) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
    const url = `http://127.0.0.1:${await listen(server)}`;
    try {
      expect(await cliWith({}, 'info', '--url', url)).toEqual({
        code: 3,
        out: '',
        error: `jtl-emulator: ${url} is not an emulator: ${what}; name one with --url or JTL_EMULATOR_URL\n`,
      });
    } finally {
      server.close();
    }
  });
});

describe('wrong command lines', () => {
  it.each([
    [['sart'], "unknown command 'sart' (Did you mean start?)"],
    [['start', '--prot', '1'], "unknown option '--prot' (Did you mean --port?)"],
    [['start', '--port', '70000'], "--port '70000': must be a port from 0 (any free one) to 65535"],
    [['start', '--log', 'loud'], "--log 'loud': must be one of pretty, json, silent"],
    [
      ['start', '--ttl', 'access=forever'],
      "--ttl 'access=forever': must be access|session|app|refresh=NUMBER",
    ],
    [['start', '--map', 'a=b'], "--map 'a=b': must be FROM=TO"],
    [['start', '--pin', 'latest'], "--pin 'latest': must be a version such as"],
    [['start', '--pin', '0.0.1'], 'install jtl-platform-emulator@0.0.1, or pin'],
    [['start', '--config', '/nowhere.yaml'], '/nowhere.yaml: cannot be read'],
    [
      ['start', '--app', '/nowhere.json', '--port', '0', '--ephemeral'],
      '/nowhere.json: is not a readable JSON file',
    ],
    [['start', '--fixtures', '/nowhere', '--port', '0', '--ephemeral'], 'platform.yaml: cannot be read'],
    [['info', '--url', 'here'], "--url 'here' must be a URL"],
    [['token'], 'access'],
  ])('%j get one line with what would be right, and exit 2', async (args, reason) => {
    const { code, error } = await cli(...args);
    expect(code).toBe(2);
    expect(error).toContain(reason);
  });

  it.each(['host:\n', 'ttl: ~\n', 'app: [~]\n'])(
    'refuse a setting of the config file without a value: %j',
    async (text) => {
      const config = await file('empty.yaml', text);
      expect(await cliWith({}, 'start', '--config', config)).toMatchObject({
        code: 2,
        error: `jtl-emulator: ${config}: ${text.split(':')[0]}: has no value; give it one, or leave it out\n`,
      });
    },
  );

  it('names the variable or the config file a wrong setting came from', async () => {
    const wrong = await cliWith({ JTL_EMULATOR_PORT: 'x' }, 'start');
    expect(wrong).toMatchObject({
      code: 2,
      error: expect.stringContaining("JTL_EMULATOR_PORT 'x': must be a port") as string,
    });
    const config = await file('wrong.yaml', 'prot: 5\n');
    const unknown = await cliWith({}, 'start', '--config', config);
    expect(unknown).toMatchObject({
      code: 2,
      error: expect.stringContaining(`${config}: prot '5': unknown setting; known:`) as string,
    });
  });
});

describe('init', () => {
  it('writes a config file that start understands, and never overwrites one', async () => {
    const empty = process.cwd();
    const project = await mkdtemp(join(tmpdir(), 'jtl-emulator-init-'));
    await writeFile(join(project, 'manifest.json'), JSON.stringify(manifest));
    const settings = async () =>
      (await import('../../src/cli/settings.ts')).gatherSettings(
        {},
        {},
        join(project, 'jtl-emulator.config.yaml'),
      );
    process.chdir(project);
    try {
      expect((await cli('init')).out).toContain('app: manifest.json');
      expect(await settings()).toMatchObject({
        app: [{ file: 'manifest.json' }],
        tenant: 'bergmann-outdoor',
        port: 5850,
      });
      expect(await readFile('jtl-emulator.config.yaml', 'utf8')).toContain('setup: done');
      expect(await cli('init')).toMatchObject({
        code: 2,
        error: expect.stringContaining('exists already') as string,
      });
    } finally {
      process.chdir(empty);
    }
  });
});
