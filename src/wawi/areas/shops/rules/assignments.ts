import type { FieldProblem } from '../../../store/errors.ts';

/**
 * Source: REST 2.2, save shop currencies, languages and customer groups.
 *
 * @param path of the list, such as `currencies`
 * @param entries those that a request assigns to a shop, by code or id
 * @returns the problems of a list that must not be empty, names each entry once and has exactly one default
 */
export function assignmentProblems(
  path: string,
  entries: readonly { key: string | number; isDefault: boolean }[],
): FieldProblem[] {
  if (entries.length === 0) return [{ path, message: 'The list is empty; a shop needs at least one entry.' }];
  const defaults = entries.filter((entry) => entry.isDefault).length;
  const keys = entries.map((entry) => entry.key);
  const twice = keys.find((key, n) => keys.indexOf(key) !== n);
  const problems: (FieldProblem | false)[] = [
    defaults !== 1 && { path, message: `${defaults} entries are marked as default; mark exactly one.` },
    twice !== undefined && {
      path,
      message: `The entry ${twice} is listed more than once; list each one once.`,
    },
  ];
  return problems.filter((problem) => problem !== false);
}
