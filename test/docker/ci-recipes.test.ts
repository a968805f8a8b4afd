import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { cleanEnvironment, missing, run } from '../programs.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}
interface Workflow {
  jobs: Record<string, { env?: Record<string, string>; steps: Step[] }>;
}
interface GitLab {
  service: {
    before_script: string[];
    after_script: string[];
    artifacts: { paths: string[]; reports: { junit: string } };
  };
  exec: { script: string[] };
}

const recipe = async (name: string): Promise<unknown> => parse(await readFile(`examples/ci/${name}`, 'utf8'));
let emulator: Emulator;
/** An app's repository: its manifest, its fixtures, its tests. */
let repository: string;

beforeAll(async () => {
  emulator = await startEmulator();
  repository = await mkdtemp(join(tmpdir(), 'repository-'));
  const tenant = {
    id: '7c9e6679-7425-40de-944b-e07fc1f90bbb',
    slug: 'from-ci',
    name: 'From CI',
    owner: 'ben.kontor@example.com',
  };
  const bundle = { platform: { extends: 'shipped', tenants: [tenant] } };
  await writeFile(join(repository, 'fixtures.json'), JSON.stringify(bundle));
  await writeFile(
    join(repository, 'app.json'),
    JSON.stringify({
      technicalName: 'ci-app',
      version: '1.0.0',
      lifecycle: { configurationUrl: 'http://127.0.0.1:1/setup' },
      capabilities: {},
    }),
  );
});
afterAll(() => emulator.close());

/** Runs a step of a recipe as its runner would, with the emulator where the recipe expects it. */
function step(command: string): Promise<string> {
  const env = cleanEnvironment({ EMULATOR: emulator.url });
  return run(['sh', '-e', '-c', command], { cwd: repository, env });
}

const read = (file: string) => readFile(join(repository, file), 'utf8');

/** `npx jtl-emulator exec ... -- npm test` with this build and a test of ours. */
async function execStep(command: string): Promise<string> {
  const [, flags = ''] = /^npx jtl-emulator (exec .*) -- npm test$/.exec(command)!;
  const test = `${JSON.stringify(process.execPath)} -p process.env.JTL_APP_ID.length`;
  return step(`${JSON.stringify(process.execPath)} ${resolve('dist/cli.js')} ${flags} -- ${test}`);
}

/** The recipes are written for the machines of GitHub and GitLab, which have both. */
const lacking = process.platform === 'win32' ? 'no sh on this machine' : missing('curl');
const needing = (name: string) => (lacking === undefined ? name : `${name} (skipped: ${lacking})`);

describe.skipIf(lacking)(needing('the GitHub Actions workflow'), () => {
  it('feeds the service container, and keeps journal and report of a failure', async () => {
    const { jobs } = (await recipe('github-actions.yml')) as Workflow;
    const { steps } = jobs['service']!;
    const find = (name: string) => steps.find((one) => one.name === name)!.run!;
    await step(find('Send the fixtures'));
    expect((await emulator.tenants.list()).map(({ slug }) => slug)).toContain('from-ci');
    await fetch(`${emulator.url}/erp/v1/items`);
    await step(find('Keep what the app asked for'));
    expect(JSON.parse(await read('journal.har'))).toMatchObject({
      log: { entries: [{ request: { url: expect.stringContaining('/erp/v1/items') as string } }] },
    });
    expect(await read('contract.html')).toMatch(/^<!doctype html>/i);
    const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))!;
    expect(upload.with!['path']!.trim().split('\n')).toEqual(['journal.har', 'contract.html']);
  });

  it('runs tests by exec with the app of the manifest', async () => {
    const { jobs } = (await recipe('github-actions.yml')) as Workflow;
    expect(await execStep(jobs['exec']!.steps.at(-1)!.run!)).toBe('36\n');
  });
});

describe.skipIf(lacking)(needing('the GitLab CI file'), () => {
  it('feeds the service, and keeps journal and report', async () => {
    const { service } = (await recipe('gitlab-ci.yml')) as GitLab;
    for (const command of service.before_script) await step(command);
    expect((await emulator.tenants.list()).map(({ slug }) => slug)).toContain('from-ci');
    for (const command of service.after_script) await step(command);
    for (const file of service.artifacts.paths) expect(JSON.parse(await read(file))).toHaveProperty('log');
    expect(await read(service.artifacts.reports.junit)).toMatch(/<testsuites/);
  });

  it('runs tests by exec with the app of the manifest', async () => {
    const { exec } = (await recipe('gitlab-ci.yml')) as GitLab;
    expect(await execStep(exec.script.at(-1)!)).toBe('36\n');
  });
});
