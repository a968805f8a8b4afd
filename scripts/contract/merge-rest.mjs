// Adds facts from documentation pages to the annotated REST documents:
//   node scripts/contract/merge-rest.mjs FACTS.jsonl...
// A line is one page's view of one operation, such as
//   {"m":"POST","p":"/v2/stocks","v":"2.0 (release), 2.2","body":{"warehouseId":"Key!"},"src":"/cloud/api-reference/…"}
// with m method, p path, v versions and their age ((beta), (early), else release), q query parameters (`name:type`),
// body and resp (by status) shapes of types (`!` required, `?` nullable), graphql the type whose shape the answer has,
// src the page's address, cut for a page that may lack elements, evidence for one that shows an example only, absent
// for a version that lacks the operation, also for further paths. The result is the same for any order of the lines of
// one age, and does not change when the same facts are merged again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node scripts/contract/merge-rest.mjs FACTS.jsonl...');
  process.exit(2);
}
const outfile = join(root, 'node_modules', '.cache', 'contract', 'merge-rest.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/contract/rest/files.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  logLevel: 'warning',
});
const { mergeIntoFiles } = await import(pathToFileURL(outfile).href);
const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line)),
);
for (const change of mergeIntoFiles(join(root, 'src/wawi/contract/documents'), lines)) console.log(change);
