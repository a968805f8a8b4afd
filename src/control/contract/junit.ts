import { escapeMarkup } from '../../platform/markup.ts';
import type { AppReport, ContractReport } from './report.ts';
import { contractRules, type ContractRuleId } from './rules.ts';

/** @returns the report as JUnit XML: a suite for each app, a case for each rule; advice is listed but does not fail */
export function junitReport(report: ContractReport): string {
  const suites = report.apps.map(suite).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jtl contract">\n${suites}</testsuites>\n`;
}

function suite(app: AppReport): string {
  const cases = (Object.keys(contractRules) as ContractRuleId[]).map((rule) => {
    const breaches = app.breaches.filter((breach) => breach.rule === rule);
    const text = breaches
      .map((one) => `${one.operationId ?? ''} ${one.message} (${one.count} times)`.trim())
      .join('\n');
    const head = `    <testcase classname="${escapeMarkup(app.slug)}" name="${escapeMarkup(contractRules[rule].title)}"`;
    if (breaches.length === 0) return `${head}/>\n`;
    const inner =
      contractRules[rule].severity === 'violation'
        ? `<failure type="${rule}" message="${escapeMarkup(breaches[0]?.message ?? '')}">${escapeMarkup(text)}</failure>`
        : `<system-out>${escapeMarkup(text)}</system-out>`;
    return `${head}>${inner}</testcase>\n`;
  });
  const failures = new Set(app.breaches.filter((one) => one.severity === 'violation').map((one) => one.rule))
    .size;
  return `  <testsuite name="${escapeMarkup(app.name)}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
}
