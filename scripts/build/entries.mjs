// The sources of dist/: the package's entry files and the folders of browser code.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Entry files of Node programs and modules: name in dist/ -> source. */
export const nodeEntries = {
  cli: 'src/cli/entry.ts',
  index: 'src/index.ts',
  register: 'src/register.ts',
  testcontainers: 'src/testcontainers.ts',
};

/** Entry files that browsers load as well: no Node module may get in. */
export const neutralEntries = { 'app-bridge': 'src/app-bridge.ts', testing: 'src/testing.ts' };

/** Generated interfaces of the API, for the export `./types`: `index.ts`, `v1.ts`, `v2.1.ts` and so on. */
const apiTypes = 'src/wawi/contract/generated';
const apiTypesFile = /^(?:index|v\d+(?:\.\d+)?)\.ts$/;

/** @returns the files whose types the package's users see, as below src/ and without extension */
export function typeEntries(root) {
  const generated = existsSync(join(root, apiTypes)) ? readdirSync(join(root, apiTypes)) : [];
  return [
    ...['index', 'app-bridge', 'testing', 'register', 'testcontainers'],
    ...generated
      .filter((file) => apiTypesFile.test(file))
      .map((file) => `${apiTypes}/${file}`.slice('src/'.length, -'.ts'.length)),
  ];
}

/** Folders of browser code; every file directly in them is an entry, kept by name in dist/pages/. */
const browserFolders = ['src/pages/browser'];

/** @returns the browser code's entry files, relative to the root */
export function browserEntries(root) {
  return browserFolders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => /\.(ts|css)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
}
