import { cp, mkdir, mkdtemp, readFile, readdir, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ended, run } from '../programs.ts';

const npm = { shell: process.platform === 'win32', limit: 240_000 };
let tarball: string;
let files: string[];

/** The files that `npm publish` would upload, made from the build that `npm test` makes first. */
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
      /^(LICENSE|CHANGELOG\.md|README\.md|package\.json)$/,
      /^dist\/(THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)$/,
      /^docs\/[\w-]+\.md$/,
      /^dist\/[\w-]+\.c?js(\.map)?$/,
      /^dist\/node\/[\w-]+\.cjs(\.map)?$/,
      /^dist\/pages\/[\w-]+\.(js|css)$/,
      /^dist\/swagger-ui\/[\w.-]+\.(js|css|html|png|txt)$/,
      /^dist\/contract\/[\w.-]+\.json\.gz$/,
      /^dist\/fixtures\/[\w/-]+\.json$/,
      /^dist\/types\/[\w/-]+\.d\.c?ts$/,
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

  it('stays within the sizes of .size-limit.json', async () => {
    const stdout = await run([process.execPath, resolve('node_modules/size-limit/bin.js'), '--json']);
    const checks = JSON.parse(stdout) as { name: string; passed: boolean }[];
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(checks).toHaveLength(3);
  });

  it('is what publint asks for', async () => {
    const { messages, pkg } = await publint({ pkgDir: resolve('.'), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve the way its modules do, for every kind of resolution', async () => {
    const cli = resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
    const stdout = await run([process.execPath, cli, tarball, '--no-emoji', '--format', 'ascii']);
    const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as { exports: object };
    const entries = Object.keys(exports).length;
    for (const kind of ['node10', 'node16 \\(from CJS\\)', 'node16 \\(from ESM\\)', 'bundler'])
      expect(stdout.match(new RegExp(`^${kind}: OK`, 'gm'))).toHaveLength(entries);
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

  describe('installed without a registry into an empty project, whose path has spaces', () => {
    let project: string;
    const inProject = () => ({ ...npm, cwd: project });

    beforeAll(async () => {
      project = await mkdtemp(join(tmpdir(), 'an empty project '));
      await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
      await run(['npm', 'install', '--offline', '--no-audit', '--no-fund', tarball], inProject());
    }, 300_000);

    it('brings at most 10 packages and 15 MB, source maps apart, and runs no script of any', async () => {
      const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')) as {
        packages: Record<string, { hasInstallScript?: boolean }>;
      };
      const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
      expect(packages.length).toBeLessThanOrEqual(10);
      expect(packages.filter(([, one]) => one.hasInstallScript)).toEqual([]);
      const entries = await readdir(join(project, 'node_modules'), { recursive: true, withFileTypes: true });
      const sizes = entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeLessThanOrEqual(15_000_000);
    });

    it('runs a script against itself', async () => {
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
      const ran = await run(['npx', 'jtl-emulator', 'exec', '--', 'node', 'script.js'], inProject()).catch(
        (error: unknown) => error as Ended,
      );
      expect(ran).toMatchObject({ code: 3, stdout: '200 true\n', stderr: '' });
      expect(await readdir(project)).toEqual([
        'node_modules',
        'package-lock.json',
        'package.json',
        'script.js',
      ]);
    });

    it('is one and the same for `require()` and `import`', async () => {
      await writeFile(
        join(project, 'both.cjs'),
        `const required = require('jtl-platform-emulator');
      import('jtl-platform-emulator').then((imported) =>
        console.log(Object.keys(required).filter((name) => required[name] !== imported[name]).length,
          Object.keys(imported).sort().join() === Object.keys(required).sort().join()));`,
      );
      expect(await run([process.execPath, 'both.cjs'], { cwd: project })).toBe('0 true\n');
    });

    it('shows Swagger UI and GraphiQL from files of its own', async () => {
      await writeFile(
        join(project, 'docs.cjs'),
        `const { startEmulator } = require('jtl-platform-emulator');
      const files = ['', 'graphql', 'swagger-ui-init.js', 'swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js',
        'swagger-ui.css', 'favicon-32x32.png', 'oauth2-redirect.html', 'package.json'];
      startEmulator().then(async (emulator) => {
        for (const file of files) {
          const answer = await fetch(emulator.url + '/docs/' + file);
          console.log(file, answer.status, answer.headers.get('content-type'));
        }
        await emulator.close();
      });`,
      );
      const printed = await run([process.execPath, 'docs.cjs'], { cwd: project });
      expect(printed.trim().split('\n')).toEqual([
        '200 text/html; charset=utf-8',
        'graphql 200 text/html; charset=utf-8',
        'swagger-ui-init.js 200 application/javascript; charset=utf-8',
        'swagger-ui-bundle.js 200 text/javascript; charset=utf-8',
        'swagger-ui-standalone-preset.js 200 text/javascript; charset=utf-8',
        'swagger-ui.css 200 text/css; charset=utf-8',
        'favicon-32x32.png 200 image/png',
        'oauth2-redirect.html 200 text/html; charset=utf-8',
        'package.json 404 text/plain; charset=utf-8',
      ]);
    });
  });
});

describe('packing', () => {
  it('fails when the build has made nothing', async () => {
    const clone = await mkdtemp(join(tmpdir(), 'jtl clone '));
    await mkdir(join(clone, 'scripts'));
    await cp('package.json', join(clone, 'package.json'));
    await cp('scripts/prepack.mjs', join(clone, 'scripts', 'prepack.mjs'));
    // A build that ends well and writes an empty folder.
    await writeFile(
      join(clone, 'scripts', 'prepare.mjs'),
      "import { mkdirSync } from 'node:fs'; mkdirSync('dist');",
    );
    const packed = await run(['npm', 'pack'], { ...npm, cwd: clone }).catch(
      (error: unknown) => error as Ended,
    );
    expect(packed).toMatchObject({ code: 1 });
    expect((packed as Ended).stderr).toContain('the build lacks dist/cli.js');
    expect(await readdir(clone)).toEqual(['dist', 'package.json', 'scripts']);
  });
});
