import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Program, endPrograms, run } from '../programs.ts';
import { completed, java, languages } from '../proxy/languages.ts';

/** The built command line, as `bin` of package.json names it; `npm test` builds it first. */
const bin = resolve('dist/cli.js');
const flows = resolve('test/register/app/flows.mjs');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl exec '));
});
afterEach(endPrograms);

/** Gets a session token as a page would have got it, then becomes the app under test. */
const withSession = `
  const { spawnSync } = require('node:child_process');
  fetch(process.env.JTL_EMULATOR_URL + '/_emulator/v1/tokens/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ tenantId: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53' }),
  }).then((response) => response.json()).then(({ token }) => {
    const [program, ...args] = process.argv.slice(1);
    const env = { ...process.env, SESSION_TOKEN: token };
    process.exit(spawnSync(program, args, { stdio: 'inherit', env }).status);
  });`;

async function execRealHosts(...command: readonly string[]): Promise<unknown> {
  const args = [bin, 'exec', '--real-hosts', '--', process.execPath, '-e', withSession, ...command];
  return JSON.parse(await run([process.execPath, ...args], { cwd: folder }));
}

describe('exec --real-hosts', () => {
  it.each(['fetch', 'axios'])(
    'lets an unchanged Node app with %s complete both flows on the real issuers',
    async (client) => {
      expect(await execRealHosts(process.execPath, flows, client)).toMatchObject({
        ...completed,
        issuer: 'https://id.jtl-cloud.com',
        token_endpoint: 'https://id.jtl-cloud.com/oauth/v2/token',
      });
    },
  );

  for (const { name, command, missing } of [...languages, java]) {
    it.skipIf(missing)(`lets an unchanged script complete both flows: ${missing ?? name}`, async () => {
      expect(await execRealHosts(...command)).toEqual(completed);
    });
  }

  it('tells apps that ask where the platform is: at its real hosts', async () => {
    const script =
      'const { JTL_ISSUER, JTL_API_BASE, JTL_AUTH_BASE } = process.env; console.log(JSON.stringify([JTL_ISSUER, JTL_API_BASE, JTL_AUTH_BASE]))';
    expect(await execRealHosts(process.execPath, '-e', script)).toEqual([
      'https://id.jtl-cloud.com',
      'https://api.jtl-cloud.com',
      'https://auth.jtl-cloud.com',
    ]);
  });
});

interface Waiting {
  exec: Program;
  /** Process id of the command that exec runs. */
  pid: number;
  url: string;
}

/** A command that waits, and listens to signals or not. */
async function execWaiting(onSignal: string): Promise<Waiting> {
  const script = `
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { ${onSignal} });
    setInterval(() => undefined, 1000);
    console.log(process.pid + ' ' + process.env.JTL_EMULATOR_URL);`;
  const exec = new Program([process.execPath, bin, 'exec', '--', process.execPath, '-e', script], {
    cwd: folder,
  });
  const [, pid, url = ''] = await exec.prints(/(\d+) (http:\S+)\n/);
  return { exec, pid: Number(pid), url };
}

async function expectEnded({ exec, pid, url }: Waiting, code: number): Promise<void> {
  expect((await exec.ended()).code).toBe(code);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await expect(fetch(`${url}/_emulator/v1/health`)).rejects.toThrow('fetch failed');
}

describe.skipIf(process.platform === 'win32')('exec ends its command and the emulator', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'at %s with all that the command has started, although its shell hands no signal on',
    async (signal) => {
      const deep = `setInterval(() => undefined, 1000); console.log(process.env.JTL_EMULATOR_URL);`;
      const command = ['sh', '-c', '"$0" -e "$1" & wait', process.execPath, deep];
      const exec = new Program([process.execPath, bin, 'exec', '--', ...command], { cwd: folder });
      const [url] = await exec.prints(/http:\S+/);
      exec.kill(signal);
      // A program that stays behind keeps the output open, so that exec never counts as ended.
      await exec.ended();
      await expect(fetch(`${url}/_emulator/v1/health`)).rejects.toThrow('fetch failed');
    },
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('at %s', async (signal, code) => {
    const waiting = await execWaiting(`process.exit(${code})`);
    waiting.exec.kill(signal);
    await expectEnded(waiting, code);
  });

  it('when the command is ended by a signal, and says which as a shell does', async () => {
    const waiting = await execWaiting('');
    process.kill(waiting.pid, 'SIGKILL');
    await expectEnded(waiting, 137);
  });

  it('at the third signal, when the command does not listen', async () => {
    const waiting = await execWaiting(`console.log('not yet')`);
    for (const answers of [/(not yet\n){1}/, /(not yet\n){2}/]) {
      waiting.exec.kill('SIGTERM');
      await waiting.exec.prints(answers);
    }
    waiting.exec.kill('SIGTERM');
    await expectEnded(waiting, 137);
  });
});
