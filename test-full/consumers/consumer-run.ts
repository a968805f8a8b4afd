import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type Ended, Program, run } from '../../test/programs.ts';
import { registryEnvironment } from '../../test/registry.ts';
import type { ConsumerProject } from './projects.ts';

const shell = process.platform === 'win32';
/** In milliseconds; for hangs. Installs wait for a registry. */
export const limit = 300_000;

/** @returns the path of the file that `npm publish` would upload, made from the build that is there */
export async function packTarball(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-package-'));
  const pack = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(await run(pack, { shell, limit })) as { filename: string }[];
  return join(folder, packed!.filename);
}

/** Makes the project in a folder of its own, with the package and what else it wants installed. @returns the folder */
export async function installProject(project: ConsumerProject, tarball: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  await cp(resolve('test-full/consumers/projects', project.files), folder, { recursive: true });
  const files = { 'package.json': { private: true, ...project.packageJson }, ...project.write };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund'];
  await run(['npm', 'install', ...quietly, tarball, ...project.packages], {
    cwd: folder,
    env: registryEnvironment(),
    shell,
    limit,
  });
  return folder;
}

/**
 * Runs the project's commands.
 * @param node folder of the `node` that runs them; default: the one that runs this
 * @returns how the last one ended, which is the first one that failed
 */
export async function runProject(project: ConsumerProject, folder: string, node?: string): Promise<Ended> {
  const env = registryEnvironment();
  env['PATH'] = [node, join(folder, 'node_modules', '.bin'), env['PATH']].filter(Boolean).join(delimiter);
  let ended: Ended = { code: 0, signal: null, stdout: '', stderr: '' };
  for (const command of project.commands) {
    ended = await new Program(command, { cwd: folder, env, shell }).ended({ limit });
    if (ended.code !== 0) break;
  }
  return ended;
}
