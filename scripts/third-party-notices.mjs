// The licences of what the bundles contain, read from the packages that esbuild took code from.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const licenceFile = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/**
 * @param {string} root the repository
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild says it wrote, paths relative to the root
 * @returns {string} a text that names every package with its licence in full
 */
export function thirdPartyNotices(root, metafiles) {
  const used = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  const folders = new Set(
    used.filter(([, { bytesInOutput }]) => bytesInOutput > 0).flatMap(([input]) => packageFolder(input)),
  );
  const notices = [...folders].map((folder) => noticeOf(join(root, folder)));
  return [
    'This package contains code of the packages below, each under its own licence.',
    ...[...new Set(notices)].sort(),
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/a/node_modules/@b/c/x.js` -> `node_modules/a/node_modules/@b/c` */
function packageFolder(input) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.slice(0, 1) ?? [];
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const by = typeof author === 'object' ? author.name : author;
  const heading = `${name} ${version} (${license})${by && texts.length === 0 ? `, by ${by}` : ''}`;
  return [heading, ...texts].join('\n\n');
}
