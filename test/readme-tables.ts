import { type FlagRule, configFlag, flagRules, kebabFlag, variableName } from '../src/server/settings.ts';

/** @returns the README's table of settings, a Markdown table without a line feed at its end */
export function settingsTable(): string {
  const settings: [string, Omit<FlagRule<unknown>, 'read'>][] = [
    ...Object.entries(flagRules),
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

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** @returns what stands in a page between `<!-- name -->` and `<!-- /name -->` */
export function marked(page: string, name: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  return page.slice(page.indexOf(begin) + begin.length, page.indexOf(end)).trim();
}
