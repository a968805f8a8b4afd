import { createHash } from 'node:crypto';
import { counted } from './counted.ts';
import { escapeMarkup } from '../../platform/markup.ts';
import type { Breach, Use } from './app-record.ts';
import type { AppReport, ContractReport } from './report.ts';
import { contractRules } from './rules.ts';

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; }
td:first-child { min-width: 11rem; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
.violation { color: #c62828; font-weight: 600; } .advice { color: #b26a00; } .fine { color: #2e7d32; font-weight: 600; }
th { white-space: nowrap; }
code { font-size: .92em; overflow-wrap: anywhere; } summary { cursor: pointer; }
`;

/** The page runs no script and loads no resource, because its names come from apps and tests. */
export const reportPageHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

/** @returns the report as a page without scripts */
export function htmlReport(report: ContractReport): string {
  const summary =
    report.violations === 0
      ? '<p class="fine">No violation of the contract.</p>'
      : `<p class="violation">${counted(report.violations, 'violation')} of the contract.</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Contract report</title><style>${style}</style></head><body>
<h1>Contract report</h1>
<p>${escapeMarkup(report.generatedAt)}, ${counted(report.apps.length, 'app')}, ${counted(report.advice, 'piece')} of advice.</p>
${summary}
${report.apps.map(appSection).join('\n')}
<h2>What this run did not prove</h2>
<p>These answers rest on decisions of the emulator, because nothing public states what the platform does.</p>
${table(
  ['Assumption', 'Answers', 'Where', 'Tests'],
  report.assumptions.map(({ id, count, operations, tests }) => [
    code(id),
    count,
    operations.map(code).join(', '),
    tests.map(escapeMarkup).join(', '),
  ]),
)}
</body></html>
`;
}

function appSection(app: AppReport): string {
  const { declared, used, unneeded } = app.scopes;
  return `<h2>${escapeMarkup(app.name)}</h2>
<p>${counted(app.calls, 'API call')}, ${counted(app.tokenRequests, 'token request')}, ${used.length} of ${declared.length} declared scopes used.</p>
${table(
  ['Rule', 'Finding', 'Operation', 'Times'],
  app.breaches.map((breach) => [
    ruleCell(breach),
    escapeMarkup(breach.message),
    code(breach.operationId ?? ''),
    breach.count,
  ]),
  'Nothing found.',
)}
<h3>Used</h3>
${useTable('Operation', app.operations)}${useTable('GraphQL field', app.graphqlFields)}${useTable('Bridge', app.bridge)}
<details><summary>Scopes that no call needed (${unneeded.length})</summary><p>${unneeded.map(code).join(', ')}</p></details>`;
}

function ruleCell({ rule, severity }: Breach): string {
  return `<span class="${severity}">${severity}</span><br>${escapeMarkup(contractRules[rule].title)}`;
}

function useTable(heading: string, uses: readonly Use[]): string {
  if (uses.length === 0) return '';
  return table(
    [heading, 'Calls', 'Stability'],
    uses.map((use) => [code(use.id), use.count, escapeMarkup(use.stability ?? '')]),
  );
}

/** @param rows texts that are HTML already */
function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  empty = 'None.',
): string {
  if (rows.length === 0) return `<p>${empty}</p>`;
  const cells = (row: readonly (string | number)[]) =>
    row
      .map((cell) => (typeof cell === 'number' ? `<td class="n">${cell}</td>` : `<td>${cell}</td>`))
      .join('');
  return `<table><tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
}

function code(text: string): string {
  return text === '' ? '' : `<code>${escapeMarkup(text)}</code>`;
}
