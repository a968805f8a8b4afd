// `node scripts/release-notes.mjs v1.2.3`: prints what CHANGELOG.md says of the version, and refuses a tag that is not
// the version of package.json or has no section there.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
if (tag !== `v${version}`) refuse(`the tag '${tag}' must be v${version}, the version of package.json`);

const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m).slice(1);
const section = sections.find((text) => text.split(/\s/, 1)[0] === version);
if (section === undefined) refuse(`CHANGELOG.md has no section '## ${version}'`);
console.log(section.slice(section.indexOf('\n')).trim());

function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
