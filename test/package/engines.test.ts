import { readFile } from 'node:fs/promises';
import { minVersion, satisfies } from 'semver';
import { expect, it } from 'vitest';

interface Lock {
  packages: Record<string, { engines?: { node?: string } }>;
}

it('the lock file holds no package that refuses the oldest Node we support, so that npm has nothing to warn of', async () => {
  const { engines } = JSON.parse(await readFile('package.json', 'utf8')) as { engines: { node: string } };
  const oldest = minVersion(engines.node)!;
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
  const refusing = Object.entries(packages).filter(
    ([, one]) => one.engines?.node !== undefined && !satisfies(oldest, one.engines.node),
  );
  expect(refusing.map(([folder, one]) => `${folder} wants ${one.engines?.node}`)).toEqual([]);
});
