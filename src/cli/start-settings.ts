import { type Command, Option } from 'commander';
import { type FlagName, flagRules, kebabFlag } from '../flags.ts';

/** Adds every setting of an emulator to a command that starts one. */
export function addSettings(command: Command): void {
  for (const name of Object.keys(flagRules) as FlagName[]) command.addOption(optionFor(name));
  command.option(
    '--config <FILE>',
    'file with these settings in YAML (default jtl-emulator.config.yaml if present)',
  );
}

/** @returns the settings given, by their names in camelCase */
export function givenSettings(command: Command): Record<string, unknown> {
  const options = command.opts<Record<string, unknown>>();
  const given = Object.entries(options).filter(([name]) => Object.hasOwn(flagRules, name));
  // Commander turns `--no-scopes` into `scopes: false`.
  return { ...Object.fromEntries(given), ...(options['scopes'] === false && { noScopes: true }) };
}

/** Each flag reads its own text; commander only collects. */
function optionFor(name: FlagName): Option {
  const rule: { argument?: string; help: string; many?: true } = flagRules[name];
  const option = new Option(
    rule.argument === undefined ? kebabFlag(name) : `${kebabFlag(name)} <${rule.argument}>`,
    rule.help,
  );
  if (rule.many) option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
  return option;
}
