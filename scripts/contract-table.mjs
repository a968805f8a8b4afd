// `npm run contract`: runs the contract tests and prints what they covered, operation by operation. Fails when a test
// fails, or when an operation of the contract lacks a cell.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { contractFigures } from './contract/figures.mjs';

const root = join(import.meta.dirname, '..');
const columns = ['valid', 'invalid', 'unauthorised', 'wrong scope', 'wrong tenant'];
const versions = { v1: 'rest-v1.json', v2: 'rest-v2.json' };

/** Gathers the cells that passing tests report in their meta data. */
class Cells {
  cells = new Map();
  later = [];

  onTestCaseResult(testCase) {
    const { cell, impossible, later } = testCase.meta();
    const passed = testCase.result().state === 'passed';
    if (impossible)
      for (const column of Object.keys(impossible.columns))
        this.cells.set(`${impossible.version} ${impossible.operation} ${column}`, '-');
    if (cell && passed)
      this.cells.set(
        `${cell.version} ${cell.operation} ${cell.column}`,
        [...new Set(cell.statuses)].join(' '),
      );
    if (later && passed) this.later.push(later);
  }
}

/** @returns the operations of a version as the contract lists them: `GET /items` */
function operationsOf(file) {
  const data = JSON.parse(readFileSync(join(root, 'src/wawi/contract/data', file), 'utf8'));
  return data.operations.map(({ method, path }) => `${method} ${path}`);
}

/** @returns what the tables of later versions add or move: `v2 GET /sales-orders` */
function laterOperations() {
  const folder = join(root, 'src/wawi/contract/data');
  const files = readdirSync(folder).filter((file) => /^rest-v\d-later/.test(file));
  return files.flatMap((file) => {
    const [, version] = file.split('-');
    const { operations, alsoAt = {} } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const moved = Object.entries(alsoAt).flatMap(([title, paths]) =>
      paths.map((path) => `${version} ${title.split(' ')[0]} ${path}`),
    );
    return [...operations.map(({ method, path }) => `${version} ${method} ${path}`), ...moved];
  });
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

const gathered = new Cells();
const vitest = await startVitest('test', ['test/contract'], {
  root,
  watch: false,
  reporters: [gathered, ...(process.argv.includes('--verbose') ? ['default'] : ['dot'])],
});
const failed = vitest.state.getCountOfFailedTests();
await vitest.close();

const gaps = [];
let filled = 0;
const rows = Object.entries(versions).flatMap(([version, file]) =>
  operationsOf(file).map((operation) => [
    version,
    operation,
    ...columns.map((column) => {
      const cell = gathered.cells.get(`${version} ${operation} ${column}`);
      if (cell === undefined) gaps.push(`${version} ${operation}: ${column}`);
      else filled++;
      return cell ?? 'MISSING';
    }),
  ]),
);
console.log(`\n${table(['', 'operation', ...columns], rows)}`);
console.log(`\nWhat 2.1 and 2.2 change\n\n${laterTable(gathered.later)}`);
console.log(
  `\n${rows.length} operations, ${filled} of ${rows.length * columns.length} cells; - cannot exist`,
);
console.log(`\n${await contractFigures()}`);
const seen = new Set(gathered.later.map(({ operation }) => operation));
gaps.push(...laterOperations().flatMap((one) => (seen.has(one) ? [] : [`2.1 and 2.2 ${one}`])));
for (const gap of gaps) console.error(`missing: ${gap}`);
process.exitCode = gaps.length > 0 || failed > 0 ? 1 : 0;
