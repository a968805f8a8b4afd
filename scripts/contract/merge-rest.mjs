// Adds facts from documentation pages to the annotated REST documents:
//   node scripts/contract/merge-rest.mjs FACTS.jsonl...
// A line is one page's view of one operation, such as
//   {"m":"POST","p":"/v2/stocks","v":"2.0 (release), 2.2","body":{"warehouseId":"Key!"},"src":"/cloud/api-reference/…"}
// with m method, p path, v versions and their age ((beta), (early), else release), q query parameters (`name:type`),
// body and resp (by status) shapes of types (`!` required, `?` nullable), graphql the type whose shape the answer has,
// src the page's address, cut for a page that may lack elements, evidence for one that shows an example only, absent
// for a version that lacks the operation, also for further paths. A line {"enum":"Schema","v":"2.1","values":{"0":"OPEN"}}
// shows the values of an enum. A line with "inferred": true is taken from the same command of GraphQL: it says what is
// required and adds what no page shows. Of two lines of one version and age the later wins. Merging the same facts again
// changes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractFolder, loadTypeScript } from './load-typescript.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node scripts/contract/merge-rest.mjs FACTS.jsonl...');
  process.exit(2);
}
const { mergeIntoFiles } = await loadTypeScript('scripts/contract/rest/files.ts');
const lines = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line)),
);
for (const change of mergeIntoFiles(join(contractFolder, 'documents'), lines)) console.log(change);
