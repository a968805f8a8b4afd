// `node scripts/prose/markdown.mjs`: checks the prose of the Markdown files with the patterns of patterns.mjs. Exit code 1
// when it finds any.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findings } from './patterns.mjs';

const fence = /^ *(```|~~~)/;
const heading = /^ {0,3}#{1,6} /;
const beginsBlock = /^\s*(?:[-*+]|\d+\.|>|\||#{1,6}) ?/;

/** The files and folders with Markdown. */
const places = ['CHANGELOG.md', 'README.md', 'SECURITY.md', 'docs', 'examples', 'test'];

/**
 * Splits Markdown into paragraphs, headings, list items and table cells. Code blocks and comments are left out.
 * @param {string} markdown
 * @returns {{ line: number, text: string, isTitle: boolean }[]} each with the line that it begins on, counted from 1, and
 *   whether it is a heading, of a table too
 */
export function paragraphs(markdown) {
  const found = [];
  let open;
  let isCode = false;
  const rows = markdown.split(/\r?\n/);
  for (const [index, row] of rows.entries()) {
    const isFence = fence.test(row);
    if (isFence) isCode = !isCode;
    const isText = !isFence && !isCode && row.trim() !== '' && !row.startsWith('<');
    if (isText && row.trimStart().startsWith('|')) {
      for (const cell of row.split(/(?<!\\)\|/))
        found.push({
          line: index + 1,
          text: plainText(cell),
          isTitle: rows[index + 1]?.startsWith('| ---') ?? false,
        });
      open = undefined;
    } else if (isText) {
      if (!open || beginsBlock.test(row))
        found.push((open = { line: index + 1, text: '', isTitle: heading.test(row) }));
      open.text = `${open.text} ${plainText(row)}`.trim();
      if (heading.test(row)) open = undefined;
    } else {
      open = undefined;
    }
  }
  return found.filter(({ text }) => text !== '');
}

/** Takes list markers, emphasis and the addresses of links away. */
function plainText(row) {
  return row
    .replace(beginsBlock, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .trim();
}

/** @returns {string[]} one line for each finding */
export function check(file) {
  return paragraphs(readFileSync(file, 'utf8')).flatMap(({ line, text, isTitle }) =>
    findings(text, isTitle).map(
      ({ name, words, advice }) => `${file}:${line} ${name}: "${words}". ${advice}.`,
    ),
  );
}

/** @returns {string[]} a file itself, or the Markdown files below a folder */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = places.flatMap(filesOf).flatMap(check);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
