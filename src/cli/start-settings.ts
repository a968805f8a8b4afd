import { type Command, Option } from 'commander';
import {
  type FlagName,
  type FlagRule,
  configFlag,
  flagNames,
  flagRule,
  kebabFlag,
} from '../server/settings.ts';

/**
 * Adds every setting of an emulator to a command that starts one.
 * @param defaults the defaults that the command's help names instead of the usual ones
 */
export function addSettings(command: Command, defaults: Partial<Record<FlagName, string>> = {}): void {
  for (const name of flagNames) {
    const rule = flagRule(name);
    const { [name]: own = rule.default } = defaults;
    command.addOption(optionFor(name, own === undefined ? rule : { ...rule, default: own }));
  }
  command.addOption(optionFor('config', configFlag));
}

/** @returns the settings given, by their names in camelCase */
export function givenSettings(command: Command): Record<string, unknown> {
  const options = command.opts<Record<string, unknown>>();
  const given = Object.entries(options).filter(([name]) => flagNames.some((known) => known === name));
  // Commander turns `--no-scopes` into `scopes: false`.
  return { ...Object.fromEntries(given), ...(options['scopes'] === false && { noScopes: true }) };
}

/** Each flag parses its own text; commander only collects. */
function optionFor(name: string, rule: FlagRule): Option {
  const option = new Option(
    rule.argument === undefined ? kebabFlag(name) : `${kebabFlag(name)} <${rule.argument}>`,
    rule.default === undefined ? rule.help : `${rule.help} (default ${rule.default})`,
  );
  if (rule.many) option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
  return option;
}
