import { mkdir, mkdtemp, readFile, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, run } from '../programs.ts';
import { registryEnvironment, registryMissing } from '../registry.ts';

const npm = { shell: process.platform === 'win32', limit: 240_000 };
let tarball: string;
let files: string[];

/** What `npm publish` would upload, made from the build that `npm test` makes first. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jtl package '));
  const pack = ['npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const stdout = await run(pack, npm);
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  tarball = join(folder, packed!.filename);
  files = packed!.files.map(({ path }) => path);
});

describe('the npm package', () => {
  it('holds the build, the fixtures, the documentation and the licences, and nothing else', () => {
    const allowed = [
      /^(LICENSE|README\.md|package\.json)$/,
      /^dist\/THIRD-PARTY-NOTICES\.txt$/,
      /^docs\/[\w-]+\.md$/,
      /^dist\/[\w-]+\.js$/,
      /^dist\/pages\/[\w-]+\.(js|css)$/,
      /^dist\/fixtures\/[\w/-]+\.json$/,
      /^dist\/types\/[\w/-]+\.d\.ts$/,
      /^fixtures\/[\w/.-]+\.(json|yaml)$/,
    ];
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const file of [
      'dist/cli.js',
      'dist/register.js',
      'dist/types/index.d.ts',
      'fixtures/platform.yaml',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('names every bundled package with its licence', async () => {
    const notices = await readFile('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    for (const name of ['express', 'graphql', 'jose', 'lowdb', 'react', '@peculiar/x509']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d[\\d.]* \\(MIT\\)$`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).not.toContain('(undefined)');
  });

  it('is what publint asks for', async () => {
    const { messages, pkg } = await publint({ pkgDir: resolve('.'), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve the way its modules do', async () => {
    const cli = resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
    const check = [process.execPath, cli, tarball, '--profile', 'esm-only', '--no-emoji'];
    const stdout = await run(check);
    const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as { exports: object };
    const entries = Object.keys(exports).length;
    expect(stdout.match(/^node16 \(from ESM\): OK/gm)).toHaveLength(entries);
    expect(stdout.match(/^bundler: OK/gm)).toHaveLength(entries);
  });

  it.each(['app-bridge', 'testing'])(
    '%s is for browsers too: a bundler finds nothing of Node in it',
    async (entry) => {
      const { metafile, warnings } = await build({
        stdin: { contents: `export * from './dist/${entry}.js';`, resolveDir: resolve('.') },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
        metafile: true,
        logLevel: 'silent',
      });
      expect(warnings).toEqual([]);
      expect(Object.keys(metafile.inputs)).toContain(`dist/${entry}.js`);
    },
  );

  it('has types that a strict project without skipLibCheck compiles against', async () => {
    const project = await mkdtemp(join(tmpdir(), 'jtl types '));
    await run(['tar', '-xf', tarball, '-C', project]);
    const modules = join(project, 'node_modules');
    await mkdir(join(modules, '@types'), { recursive: true });
    await rename(join(project, 'package'), join(modules, 'jtl-platform-emulator'));
    for (const name of ['@types/node', 'undici-types'])
      await symlink(resolve('node_modules', name), join(modules, name), 'junction');
    const names = ['', '/app-bridge', '/testing', '/register'].map((path) => `jtl-platform-emulator${path}`);
    await writeFile(
      join(project, 'use.mts'),
      `${names.map((name, n) => `import * as entry${n} from '${name}';`).join('\n')}
      export const used = [${names.map((_, n) => `entry${n}`).join(', ')}];
      await using emulator = await entry0.startEmulator();
      export const token: string = await emulator.tokens.access({ defects: ['expired'] });`,
    );
    const options = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2023', 'esnext.disposable', 'dom'],
      types: ['node'],
    };
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['use.mts'] }),
    );
    const compiler = resolve('node_modules/typescript/bin/tsc');
    expect(await run([process.execPath, compiler, '-p', project], { limit: 240_000 })).toBe('');
  }, 300_000);

  const installed =
    'runs a script against itself after an install into an empty project, whose path has spaces';
  const named = registryMissing === undefined ? installed : `${installed} (skipped: ${registryMissing})`;
  it.skipIf(registryMissing)(
    named,
    async () => {
      const project = await mkdtemp(join(tmpdir(), 'an empty project '));
      const inProject = { ...npm, cwd: project };
      await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
      await writeFile(
        join(project, 'script.js'),
        `import { startEmulator } from 'jtl-platform-emulator';
      const { CLIENT_ID, CLIENT_SECRET, JTL_AUTH_BASE, JTL_API_BASE, JTL_TENANT_ID } = process.env;
      const answer = await fetch(JTL_AUTH_BASE + '/oauth2/token', {
        method: 'POST',
        headers: { Authorization: 'Basic ' + btoa(CLIENT_ID + ':' + CLIENT_SECRET) },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      const { access_token } = await answer.json();
      const headers = { Authorization: 'Bearer ' + access_token, 'X-Tenant-ID': JTL_TENANT_ID };
      const items = await (await fetch(JTL_API_BASE + '/erp/v1/items', { headers })).json();
      const own = await startEmulator();
      console.log(items.TotalItems, own.url !== JTL_API_BASE);
      await own.close();
      process.exitCode = 3;`,
      );
      const quickly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
      await run(['npm', 'install', ...quickly, tarball], { ...inProject, env: registryEnvironment() });
      const ran = await run(['npx', 'jtl-emulator', 'exec', '--', 'node', 'script.js'], inProject).catch(
        (error: unknown) => error as Ended,
      );
      expect(ran).toMatchObject({ code: 3, stdout: '200 true\n', stderr: '' });
      expect(await readdir(project)).toEqual([
        'node_modules',
        'package-lock.json',
        'package.json',
        'script.js',
      ]);
    },
    300_000,
  );
});
