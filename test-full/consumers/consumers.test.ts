import { join } from 'node:path';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, run } from '../../test/programs.ts';
import { registryEnvironment, registryMissing } from '../../test/registry.ts';
import { installProject, limit, packTarball, runProject } from './consumer-run.ts';
import { type ConsumerProject, consumerProjects, nodeTest } from './projects.ts';

const named = (name: string) =>
  registryMissing === undefined ? name : `${name} (skipped: ${registryMissing})`;
let tarball: string;
beforeAll(async () => {
  tarball = await packTarball();
}, limit);

function expectSuccess({ code, stdout, stderr }: Ended, { prints }: ConsumerProject): void {
  expect({ code, printed: stdout + stderr }).toEqual({
    code: 0,
    printed: expect.stringMatching(prints) as string,
  });
}

describe.skipIf(registryMissing)(named('a project that installs the package'), () => {
  it.each(Object.entries(consumerProjects))(
    'compiles and runs with %s',
    async (_name, project) => {
      const folder = await installProject(project, tarball);
      expectSuccess(await runProject(project, folder), project);
    },
    3 * limit,
  );
});

/** The package of the registry that contains only the program for this machine. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

describe.skipIf(registryMissing).each(['20', '22', '24'])(named('on Node %s'), (version) => {
  let node: string;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'consumer-node-'));
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    const install = ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund'];
    await run([...install, `${nodePackage}@${version}`], { cwd: folder, env: registryEnvironment(), limit });
    node = join(folder, 'node_modules', nodePackage, 'bin');
    expect(await run([join(node, 'node'), '--version'])).toMatch(new RegExp(`^v${version}\\.`));
  }, limit);

  it.each(Object.entries({ 'node:test': nodeTest, 'jest@30': consumerProjects['jest@30']! }))(
    'tests with %s run',
    async (_name, project) => {
      const folder = await installProject(project, tarball);
      expectSuccess(await runProject(project, folder, node), project);
    },
    3 * limit,
  );

  it(
    'an app that names the real hosts reaches the emulator that its command brings',
    async () => {
      const asked = "fetch('https://api.jtl-cloud.com/erp/info').then(({ status }) => console.log(status))";
      const exec = ['jtl-emulator', 'exec', '--real-hosts', '--', 'node', '--eval', asked];
      const project = { ...nodeTest, commands: [exec], prints: /^401$/m };
      const folder = await installProject(project, tarball);
      expectSuccess(await runProject(project, folder, node), project);
    },
    3 * limit,
  );
});
