/** One possible behaviour of the platform, and its evidence. */
export interface AssumptionOption {
  /** Short name, as in `--assume ID=OPTION` and `X-Emulator-Assumption`. */
  readonly value: string;
  /** The emulator's behaviour under this option. */
  readonly meaning: string;
  readonly source: string;
}

/** A decision of the emulator where public sources contradict each other or state nothing. */
export interface Assumption {
  readonly question: string;
  /** The first is the default; a note has one only. */
  readonly options: readonly [AssumptionOption, ...AssumptionOption[]];
  /** The part of the platform that it concerns. */
  readonly where: string;
  /** Options that a profile sets regardless of the chosen ones. */
  readonly profiles?: Partial<Record<'real' | 'teach' | 'strict', string>>;
}

/** The options chosen by `--assume` or the control API, by id; all others have their default. */
export type AssumptionChoices = Readonly<Record<string, string>>;

type Unplaced = Omit<Assumption, 'where'>;

/** @returns an assumption without a choice; its one option is the emulator's behaviour */
export function note(
  question: string,
  meaning: string,
  source = 'No public source; decision of the emulator.',
): Unplaced {
  return { question, options: [{ value: 'default', meaning, source }] };
}

/** @returns the rows with the part of the platform that they concern */
export function at<const Id extends string>(
  where: string,
  rows: Readonly<Record<Id, Unplaced>>,
): Record<Id, Assumption> {
  const placed = Object.entries<Unplaced>(rows).map(([id, row]) => [id, { ...row, where }] as const);
  return Object.fromEntries(placed) as Record<Id, Assumption>;
}
