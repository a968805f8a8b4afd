// Adds facts from documentation pages to the annotated GraphQL document:
//   node scripts/contract/merge-graphql.mjs FACTS.jsonl...
// A line is one source's view of one element, such as
//   {"type":"Customer","fields":{"id":"ID!","number":"?"},"v":"2.0, 2.2","src":"/cloud/api-reference/…/Customer.md"}
// with one of type, input, enum (values), scalar, query, mutation (args, type or returns, node: the type of a list's rows);
// v versions, or "live" for the introspection of a live system of version 2.0 (names and base types); src the page's
// address; cut for a page that was not read whole; evidence for one that shows an example only; inferred: true for a line
// that nothing shows, or the names of fields that the page does not show. `?` stands for a type that the page hides.
// {"takes":"Item.price","args":{"currency":"String"},"v":"2.0"} shows the arguments of a field;
// {"requires":"CreateCustomerCommandRequestInput","required":["customerGroupId"],"v":"2.0"} names all required fields, as
// an example of a request shows them; {"absent":"Customer.number","v":"2.2"} and
// {"deprecated":"Customer.number","reason":"…","v":"2.1"} state that.
// Of two lines of one version the later wins. Merging the same facts again changes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractFolder, loadTypeScript } from './load-typescript.mjs';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node scripts/contract/merge-graphql.mjs FACTS.jsonl...');
  process.exit(2);
}
const { mergeIntoFile } = await loadTypeScript('scripts/contract/graphql/files.ts');
const facts = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line)),
);
const file = join(contractFolder, 'documents', 'erp.graphql');
for (const line of mergeIntoFile(file, facts)) console.log(`left out: ${line}`);
