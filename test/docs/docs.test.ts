import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { executablePath } from '../browser/chromium.ts';
import { freePort } from '../ports.ts';
import { cleanEnvironment, missing, run } from '../programs.ts';
import { type Block, blocksOf } from './page.ts';

/** Pages without commands for users; the fragments of `testing-apps.md` have tests in test/bridge and test/pages. */
const withoutCommands = [
  'README.md',
  'platform.md',
  'fidelity.md',
  'testing-apps.md',
  'architecture.md',
  'contributing.md',
  'reliability.md',
  'numbers.md',
];
const pages = (await readdir('docs')).filter(
  (file) => file.endsWith('.md') && !withoutCommands.includes(file),
);

/** Requirements of commands, and whether this machine has them. */
const available: Record<string, boolean> = {
  '': true,
  'if php': missing('php') === undefined,
  'if dotnet': missing('dotnet') === undefined,
  'if browser': executablePath !== undefined,
};

/** The packages of a project of the documentation: the emulator, and the test runners. */
const installed = ['vitest', 'jest', '@playwright/test'];
const commands = { 'jtl-emulator': 'dist/cli.js', vitest: '', jest: '', playwright: '' };

async function newProject(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'docs-project-'));
  await mkdir(join(project, 'node_modules', '.bin'), { recursive: true });
  await mkdir(join(project, 'node_modules', '@playwright'));
  await symlink(resolve('.'), join(project, 'node_modules', 'jtl-platform-emulator'), 'junction');
  for (const name of installed) {
    await symlink(resolve('node_modules', name), join(project, 'node_modules', name), 'junction');
  }
  for (const [name, file] of Object.entries(commands)) {
    const target = file === '' ? await realpath(join('node_modules', '.bin', name)) : resolve(file);
    await symlink(target, join(project, 'node_modules', '.bin', name));
  }
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  return project;
}

/** The commands of a page, each with its output. */
function commandsOf(blocks: readonly Block[]): { block: Block; output: string }[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.kind === 'run' ? [{ block, output: next?.kind === 'output' ? next.text.trim() : '' }] : [];
  });
}

it('docs/README.md leads to every page', async () => {
  const index = await readFile('docs/README.md', 'utf8');
  for (const page of pages) expect(index).toContain(`[${page}](${page})`);
});

describe.skipIf(process.platform === 'win32').each(pages)('docs/%s', (page) => {
  const source = readFileSync(join('docs', page), 'utf8');
  const blocks = blocksOf(source);
  const steps = commandsOf(blocks);
  const tried = steps.filter(({ block }) => available[block.detail]);
  let project: string;
  let emulator: Emulator | undefined;
  let port: number;
  /** The usual port may be taken on this machine. */
  const placed = (text: string) => text.replaceAll('5850', String(port));

  beforeAll(async () => {
    port = await freePort();
    if (source.includes('<!-- needs emulator -->')) emulator = await startEmulator({ port });
    project = await newProject();
    for (const { kind, detail, text } of blocks) {
      if (kind !== 'file') continue;
      await mkdir(dirname(join(project, detail)), { recursive: true });
      await writeFile(join(project, detail), placed(text));
    }
  });
  afterAll(() => emulator?.close());

  it('has commands or compose files that are tried, and links to files that exist', async () => {
    expect(blocks.some(({ kind }) => kind === 'run' || kind === 'compose')).toBe(true);
    expect(Object.keys(available)).toEqual(expect.arrayContaining(steps.map(({ block }) => block.detail)));
    for (const [, link = ''] of source.matchAll(/\]\((?!http)([^)#]+)\)/g)) {
      await expect(readdir(dirname(resolve('docs', link)))).resolves.toContain(link.split('/').at(-1));
    }
  });

  if (tried.length > 0) {
    it('has commands that do what it says', async () => {
      for (const { block, output } of tried) {
        const env = cleanEnvironment(executablePath === undefined ? {} : { CHROME_PATH: executablePath });
        const options = { cwd: project, env, limit: 240_000 };
        expect(await run(['sh', '-e', '-c', placed(block.text)], options)).toContain(output);
      }
    }, 300_000);
  }

  for (const { block } of steps.filter((step) => !tried.includes(step))) {
    it.skip(`has a command that is not tried here (${block.detail}): ${block.text.trim()}`);
  }
});
