import {
  assumptions,
  switchableAssumptions,
  widerAssumptions,
  type Assumption,
  type AssumptionChoices,
  type AssumptionOption,
} from './assumption-table.ts';
import type { EmulatorConfig } from './config.ts';
import { InvalidInput, type Problem } from './problems.ts';

/** An assumption that answers can name. */
export type AssumptionId = keyof typeof assumptions;
export type SwitchableId = keyof typeof switchableAssumptions;

export const assumptionIds = Object.keys(assumptions) as AssumptionId[];

/** An assumption as the control API shows it. */
export interface AssumptionView {
  readonly id: string;
  readonly question: string;
  readonly options: readonly AssumptionOption[];
  /** The option in force. */
  readonly value: string;
  readonly where: string;
}

const all: Readonly<Record<string, Assumption>> = { ...assumptions, ...widerAssumptions };

type Settings = Pick<EmulatorConfig, 'assumptions' | 'profile'>;

/** @returns the option in force: the profile's, else the chosen one, else the default */
export function optionOf(id: AssumptionId, settings: Settings): string {
  return inForce(id, assumptions[id], settings);
}

function inForce(
  id: string,
  { options, profiles }: Assumption,
  { assumptions: chosen, profile }: Settings,
): string {
  return profiles?.[profile] ?? chosen[id] ?? options[0].value;
}

/** @returns every assumption with the option in force, in the order of the table */
export function assumptionViews(settings: Settings): AssumptionView[] {
  return Object.entries(all).map(([id, assumption]) => ({
    id,
    question: assumption.question,
    options: assumption.options,
    value: inForce(id, assumption, settings),
    where: assumption.where,
  }));
}

/**
 * Checks options that someone chose.
 * @param nameOf how an entry is called where it came from, for the refusal
 * @throws InvalidInput naming the allowed ids or options
 */
export function readChoices(chosen: unknown, nameOf: (id: string) => string): AssumptionChoices {
  if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen))
    throw new InvalidInput([{ path: '$', value: chosen, message: 'must be an object of id and option' }]);
  const problems = Object.entries(chosen).flatMap(([id, value]): Problem[] => {
    const message = choiceProblem(id, value);
    return message === undefined ? [] : [{ path: nameOf(id), value: message.value, message: message.text }];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return chosen as AssumptionChoices;
}

/** @returns what is wrong with a choice, and what would be right; undefined: nothing */
function choiceProblem(id: string, value: unknown): { value: unknown; text: string } | undefined {
  const assumption = Object.hasOwn(all, id) ? all[id] : undefined;
  if (assumption === undefined) {
    const allowed = Object.keys(switchableAssumptions).join(', ');
    return { value: id, text: `unknown assumption '${id}'; allowed: ${allowed}` };
  }
  const options = assumption.options.map((option) => option.value);
  if (options.some((option) => option === value)) return undefined;
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return { value, text: `'${shown}' is not an option of ${id}; allowed: ${options.join(', ')}` };
}

/**
 * Reads `ID=OPTION`, as `--assume` takes it.
 * @throws Error with what would be right
 */
export function readChoice(text: string): readonly [id: string, option: string] {
  const { id, option } = /^(?<id>[^=]+)=(?<option>.+)$/.exec(text)?.groups ?? {};
  if (id === undefined || option === undefined)
    throw new Error('must be ID=OPTION, such as graphql-status=legacy');
  const problem = choiceProblem(id, option);
  if (problem !== undefined) throw new Error(problem.text);
  return [id, option];
}
