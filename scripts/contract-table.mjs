// `npm run contract`: runs the contract tests and prints their coverage of every operation, and the figures of each
// version. Fails when a test fails, or when an operation of the contract lacks a cell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { contractFigures } from './contract/figures.mjs';
import { generateContract } from './contract/generate.mjs';
import { contractFolder, loadTypeScript, root } from './contract/load-typescript.mjs';

const columns = ['valid', 'invalid', 'unauthorised', 'wrong scope', 'wrong tenant'];
/** The versions whose every operation test/contract/operations.test.ts drives. */
const testedVersions = ['1.6', '2.0'];

/** Gathers the cells that passing tests report in their meta data. */
class Cells {
  cells = new Map();
  unbound = new Set();
  later = [];

  onTestCaseResult(testCase) {
    const { cell, impossible, later, unbound } = testCase.meta();
    const passed = testCase.result().state === 'passed';
    if (impossible)
      for (const column of Object.keys(impossible.columns))
        this.cells.set(`${impossible.version} ${impossible.operation} ${column}`, '-');
    if (cell && passed)
      this.cells.set(
        `${cell.version} ${cell.operation} ${cell.column}`,
        [...new Set(cell.statuses)].join(' '),
      );
    if (unbound && passed) this.unbound.add(unbound);
    if (later && passed) this.later.push(later);
  }
}

/** @returns the operations of a version as the contract documents list them: `GET /items` */
function operationsOf(DocumentContract, version) {
  const major = version.startsWith('1.') ? 'v1' : 'v2';
  const document = JSON.parse(readFileSync(join(contractFolder, 'generated', `rest-${major}.json`), 'utf8'));
  return new DocumentContract(document, version).operations.map(({ method, path }) => ({
    major,
    operation: `${method} ${path}`,
  }));
}

function table(head, rows) {
  const widths = head.map((text, n) => Math.max(text.length, ...rows.map((row) => row[n].length)));
  const line = (cells) => cells.map((text, n) => text.padEnd(widths[n])).join('  ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function laterTable(rows) {
  const shown = rows.map(({ operation, change, statuses }) => [
    operation,
    change,
    ...['2.0', '2.1', '2.2'].map((version) => String(statuses[version] ?? '')),
  ]);
  return table(['operation', 'change', '2.0', '2.1', '2.2'], shown);
}

await generateContract();
const { DocumentContract } = await loadTypeScript('src/wawi/contract/openapi/contract-reader.ts');
const gathered = new Cells();
const vitest = await startVitest('test', ['test/contract'], {
  root,
  watch: false,
  reporters: [gathered, ...(process.argv.includes('--verbose') ? ['default'] : ['dot'])],
});
const failed = vitest.state.getCountOfFailedTests();
await vitest.close();

const operations = testedVersions.flatMap((version) => operationsOf(DocumentContract, version));
const isBound = ({ major, operation }) => !gathered.unbound.has(`${major} ${operation}`);
const gaps = [];
let filled = 0;
const rows = operations.filter(isBound).map(({ major, operation }) => [
  major,
  operation,
  ...columns.map((column) => {
    const cell = gathered.cells.get(`${major} ${operation} ${column}`);
    if (cell === undefined) gaps.push(`${major} ${operation}: ${column}`);
    else filled++;
    return cell ?? 'MISSING';
  }),
]);
console.log(`\n${table(['', 'operation', ...columns], rows)}`);
console.log(`\nChanges of 2.1 and 2.2\n\n${laterTable(gathered.later)}`);
console.log(
  `\n${rows.length} operations, ${filled} of ${rows.length * columns.length} cells; - cannot exist`,
);
console.log(`${operations.length - rows.length} more operations answer 501: no page states what they do`);
console.log(`\n${await contractFigures()}`);
for (const gap of gaps) console.error(`missing: ${gap}`);
process.exitCode = gaps.length > 0 || failed > 0 ? 1 : 0;
