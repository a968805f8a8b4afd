import { Type } from 'typebox';
import {
  assumptions,
  switchableAssumptions,
  widerAssumptions,
  type Assumption,
  type AssumptionChoices,
} from './assumption-table.ts';
import { oneOf } from './validation/fields.ts';

const valuesOf = ({ options }: Assumption) => options.map(({ value }) => value);

/** Notes have one option, which may be named and changes nothing; a refusal does not list them. */
const notes = Object.entries<Assumption>({ ...assumptions, ...widerAssumptions }).filter(
  ([id]) => !Object.hasOwn(switchableAssumptions, id),
);
const optionsOfNotes = [...new Set(notes.flatMap(([, note]) => valuesOf(note)))];
const notesWith = (option: string) =>
  notes.filter(([, note]) => valuesOf(note).includes(option)).map(([id]) => id);

/** Options chosen by `--assume` or the control API, by the id of their assumption. */
export const assumptionChoices = Type.Unsafe<AssumptionChoices>({
  $id: 'assumption-choices',
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(switchableAssumptions).map(([id, row]) => [id, oneOf(...valuesOf(row))]),
  ),
  patternProperties: Object.fromEntries(
    optionsOfNotes.map((option) => [`^(${notesWith(option).join('|')})$`, oneOf(option)]),
  ),
  additionalProperties: false,
  expected: 'an object of id and option',
});
