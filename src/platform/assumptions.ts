import {
  assumptions,
  type switchableAssumptions,
  widerAssumptions,
  type Assumption,
  type AssumptionChoices,
  type AssumptionOption,
} from './assumption-table.ts';
import type { EmulatorConfig } from './config.ts';
import { InvalidInput, type Problem } from './problems.ts';
import { assumptionChoices } from './assumptions.schema.ts';
import { problemsIn } from './validation/validator.ts';

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
 * Checks chosen options.
 * @param nameOf the name of an entry where it came from, for the refusal
 * @throws InvalidInput naming the allowed ids or options
 */
export function readChoices(chosen: unknown, nameOf: (id: string) => string): AssumptionChoices {
  const problems = problemsIn(assumptionChoices, chosen).map(({ path, ...problem }): Problem => ({
    path: path === '$' ? path : nameOf(path.slice('$.'.length)),
    ...problem,
  }));
  if (problems.length > 0) throw new InvalidInput(problems);
  return chosen as AssumptionChoices;
}

/**
 * Reads `ID=OPTION`, the value of `--assume`.
 * @throws Error with the allowed form
 */
export function readChoice(text: string): readonly [id: string, option: string] {
  const { id, option } = /^(?<id>[^=]+)=(?<option>.+)$/.exec(text)?.groups ?? {};
  if (id === undefined || option === undefined)
    throw new Error('must be ID=OPTION, such as graphql-status=legacy');
  const [problem] = problemsIn(assumptionChoices, { [id]: option });
  if (problem !== undefined) throw new Error(problem.message.replace(/^must/, `the option of ${id} must`));
  return [id, option];
}
