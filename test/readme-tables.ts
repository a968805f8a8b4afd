import { assumptions, widerAssumptions, type Assumption } from '../src/platform/assumption-table.ts';
import {
  type FlagRule,
  configFlag,
  flagNames,
  flagRule,
  kebabFlag,
  variableName,
} from '../src/server/settings.ts';

/** @returns the table of settings of `docs/settings.md`, a Markdown table without a line feed at its end */
export function settingsTable(): string {
  const settings: [string, FlagRule][] = [
    ...flagNames.map((name): [string, FlagRule] => [name, flagRule(name)]),
    ['config', configFlag],
  ];
  return tableOf(
    ['flag', 'variable', 'default', 'what'],
    settings.map(([name, { argument, help, many, default: value }]) => [
      code(argument === undefined ? kebabFlag(name) : `${kebabFlag(name)} ${argument}`),
      code(variableName(name)),
      value ?? (argument === undefined ? 'off' : ''),
      many === true ? `${help}; repeatable` : help,
    ]),
  );
}

/** @returns the table of assumptions of `docs/fidelity.md` */
export function fidelityTable(rows: Readonly<Record<string, Assumption>>): string {
  return tableOf(
    ['id', 'question', 'behaviour of the emulator', 'source', 'where'],
    Object.entries(rows).map(([id, { question, options, where }]) => {
      const [{ meaning, source }] = options;
      if (options.length === 1) return [code(id), question, meaning, source, where];
      const each = (text: (option: (typeof options)[number]) => string) =>
        options.map((option) => `${code(option.value)}: ${text(option)}`).join('<br>');
      return [code(id), question, each((one) => one.meaning), each((one) => one.source), where];
    }),
  );
}

/** @returns `docs/fidelity.md` with its tables as the code has them */
export function withFidelityTables(page: string): string {
  const tables = {
    assumptions: fidelityTable(assumptions),
    'wider assumptions': fidelityTable(widerAssumptions),
  };
  let text = page;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before = '', rest = ''] = text.split(begin);
    const [, after = ''] = rest.split(end);
    text = `${before}${begin}\n\n${table}\n\n${end}${after}`;
  }
  return text;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** @returns the text of a page between `<!-- name -->` and `<!-- /name -->` */
export function marked(page: string, name: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  return page.slice(page.indexOf(begin) + begin.length, page.indexOf(end)).trim();
}
