// The packages whose code is in dist/, according to esbuild's metafiles.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} BundledPackage
 * @property {string} folder where it is installed
 * @property {string} name
 * @property {string} version
 * @property {string} license as its package.json has it
 * @property {string | undefined} author
 */

/**
 * @param {string} root the repository
 * @param {readonly import('esbuild').Metafile[]} metafiles esbuild's output files, paths relative to the root
 * @param {readonly string[]} copied folders of packages whose files are copied to dist/
 * @returns {BundledPackage[]} each package once per version, sorted by name
 */
export function bundledPackages(root, metafiles, copied) {
  const used = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  const folders = used
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([input]) => packageFolder(input))
    .map((folder) => join(root, folder));
  const packages = [...new Set([...folders, ...copied])].map(describe);
  const once = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** `node_modules/a/node_modules/@b/c/x.js` -> `node_modules/a/node_modules/@b/c` */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.slice(0, 1) ?? [];
}

function describe(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, name, version, license, author: typeof author === 'object' ? author.name : author };
}
