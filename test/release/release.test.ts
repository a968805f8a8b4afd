import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Ended, run } from '../programs.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}
interface Job {
  needs?: string | string[];
  permissions?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: { push: { tags: string[] } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const { version, scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};

describe('the release workflow', async () => {
  const workflow = parse(await readFile('.github/workflows/release.yml', 'utf8')) as Workflow;
  const jobs = new Map(Object.entries(workflow.jobs));
  const runs = (job: string) => jobs.get(job)!.steps.flatMap((step) => step.run ?? []);

  it('tests, packs and publishes in this order, for a tag only', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] } });
    const needs = Object.fromEntries([...jobs].map(([name, job]) => [name, [job.needs ?? []].flat()]));
    expect(needs).toEqual({ package: [], npm: ['package'], image: ['package'], release: ['npm', 'image'] });
    const commands = runs('package').join('\n');
    const order = ['release-notes.mjs', 'npm test', 'npm run test:full', 'npm pack'];
    const places = order.map((command) => commands.indexOf(command));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('runs scripts that are there', () => {
    const named = [...jobs.keys()].flatMap(runs).flatMap((text) => [...text.matchAll(/npm run ([\w:]+)/g)]);
    expect(named.length).toBeGreaterThan(0);
    for (const [, name = ''] of named) expect(scripts).toHaveProperty([name]);
  });

  it('grants each job only the permissions that it needs', () => {
    const written = ({ permissions = {} }: Pick<Job, 'permissions'>) =>
      Object.keys(permissions).filter((name) => permissions[name] === 'write');
    expect(written(workflow)).toEqual([]);
    expect(Object.fromEntries([...jobs].map(([name, job]) => [name, written(job)]))).toEqual({
      package: [],
      npm: ['id-token'],
      image: ['packages', 'id-token'],
      release: ['contents'],
    });
  });

  it('publishes with provenance, and an image of the packed package for two architectures', () => {
    expect(runs('npm')).toEqual([expect.stringContaining('--provenance')]);
    const image = jobs.get('image')!.steps.find(({ uses }) => uses?.startsWith('docker/build-push-action'));
    expect(image!.with).toMatchObject({
      'build-args': 'PACKAGE=packed',
      platforms: 'linux/amd64,linux/arm64',
      push: true,
    });
  });
});

describe('the release notes', () => {
  /** Runs the script in a folder that has this changelog. */
  async function notes(changelog: string, tag: string): Promise<string | Ended> {
    const folder = await mkdtemp(join(tmpdir(), 'release-'));
    await mkdir(join(folder, 'scripts'));
    await cp('package.json', join(folder, 'package.json'));
    await cp('scripts/release-notes.mjs', join(folder, 'scripts', 'release-notes.mjs'));
    await writeFile(join(folder, 'CHANGELOG.md'), changelog);
    const script = join(folder, 'scripts', 'release-notes.mjs');
    return run([process.execPath, script, tag]).catch((error: unknown) => error as Ended);
  }
  const changelog = `# Changelog\n\n## 99.0.0\n\nlater\n\n## ${version} - 2026-12-01\n\n- changed\n\n## 0.0.1\n\nearlier\n`;

  it('are the section of the version', async () => {
    expect(await notes(changelog, `v${version}`)).toBe('- changed\n');
  });

  it('refuse a tag that is another version than that of package.json', async () => {
    expect(await notes(changelog, 'v99.0.0')).toMatchObject({
      code: 1,
      stderr: `the tag 'v99.0.0' must be v${version}, the version of package.json\n`,
    });
  });

  it('refuse a version that the changelog does not speak of', async () => {
    expect(await notes('# Changelog\n\n## Unreleased\n', `v${version}`)).toMatchObject({
      code: 1,
      stderr: `CHANGELOG.md has no section '## ${version}'\n`,
    });
  });
});

it('the changelog speaks of the version of package.json', async () => {
  expect(await run([process.execPath, 'scripts/release-notes.mjs', `v${version}`])).not.toBe('');
});
