import type { EntityMap } from '../../../store/entity-map.ts';
import { isDateTime } from '../../../contract/instants.ts';

type CustomField = EntityMap['customField'];

type Test = (value: unknown, field: CustomField) => boolean;

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isText = (value: unknown): boolean => typeof value === 'string';

/** The form of a value by type of field, in the contract's numbers of types. */
const tests: Readonly<Record<number, { test: Test; expected: string }>> = {
  1: { test: Number.isInteger, expected: 'an integer' },
  2: { test: isNumber, expected: 'a number' },
  3: { test: isText, expected: 'a text' },
  4: { test: (value) => typeof value === 'boolean', expected: 'true or false' },
  5: {
    test: (value, field) => field.possibleValues.includes(String(value)),
    expected: 'one of its possible values',
  },
  6: { test: isText, expected: 'a URL' },
  7: { test: (value) => typeof value === 'string' && value.includes('@'), expected: 'an email address' },
  8: { test: isText, expected: 'a phone number' },
  9: { test: (value) => /^[a-z]{2}$/i.test(String(value)), expected: 'an ISO country code' },
  10: { test: isNumber, expected: 'a number' },
  11: { test: (value) => typeof value === 'string' && isDateTime(value), expected: 'a date' },
  12: { test: isText, expected: 'a text' },
};

/** @returns the problem of a value for a custom field, or undefined */
export function problemOfValue(field: CustomField, value: unknown): string | undefined {
  const rule = tests[field.dataType];
  if (!rule || rule.test(value, field)) return undefined;
  const allowed = field.possibleValues.length > 0 ? `: ${field.possibleValues.join(', ')}` : '';
  return `The value ${JSON.stringify(value)} of the custom field '${field.name}' is not ${rule.expected}${allowed}.`;
}
