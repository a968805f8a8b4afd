// The licences of the packages whose code is in dist/.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const licenceFile = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/**
 * @param {readonly import('./bundled-packages.mjs').BundledPackage[]} packages
 * @returns {string} a text that names every package with its licence in full
 */
export function thirdPartyNotices(packages) {
  return [
    'This package contains code of the packages below, each under its own licence.',
    ...packages.map(noticeOf),
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function noticeOf({ folder, name, version, license, author }) {
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const heading = `${name} ${version} (${license})${author && texts.length === 0 ? `, by ${author}` : ''}`;
  return [heading, ...texts].join('\n\n');
}
