import { instantOf } from '../../contract/instants.ts';
import { decimal } from '../../store/values/decimal.ts';
import type { AnyField, AnyShape } from '../../store/shapes/shape.ts';
import { DomainError, type FieldProblem } from '../../store/errors.ts';

/**
 * Brings what a fixture says about an entity into the form it is kept in: exact decimals, instants with milliseconds and
 * `Z`, at every depth.
 * @param fields of the entity's shape (fixtures/tenant.schema.json)
 * @throws DomainError naming each instant that the calendar does not have
 */
export function fieldsAsKept(fields: Record<string, unknown>, shape: AnyShape): Record<string, unknown> {
  const problems: FieldProblem[] = [];
  const whole = asKept(fields, shape, '', problems);
  if (problems.length > 0) throw new DomainError('invalid', 'The entity has wrong values.', problems);
  return whole as Record<string, unknown>;
}

/** @returns the fields with an empty list for each that the shape has and they lack: readers walk through them */
export function withLists(fields: Record<string, unknown>, shape: AnyShape): Record<string, unknown> {
  const lists = Object.entries(shape).filter(([, field]) => Array.isArray(field));
  return { ...Object.fromEntries(lists.map(([name]) => [name, []])), ...fields };
}

function asKept(value: unknown, field: AnyField, path: string, problems: FieldProblem[]): unknown {
  if (field === 'amount') return decimal(value as number | string);
  if (field === 'instant') {
    const instant = instantOf(value as string);
    if (instant === undefined)
      problems.push({
        path,
        message: `'${String(value)}' is no date of the calendar; give one such as 2026-12-24`,
      });
    return instant;
  }
  if (typeof field === 'string' || isChoice(field)) return value;
  if (isList(field))
    return (value as unknown[]).map((element, n) => asKept(element, field[0], `${path}[${n}]`, problems));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => {
      const of = field[name] ?? field['*'] ?? 'anything';
      return [name, asKept(part, of, path === '' ? name : `${path}.${name}`, problems)];
    }),
  );
}

const isList = (field: object): field is readonly [AnyField] => Array.isArray(field);
const isChoice = (field: object): field is ReadonlySet<string | number> => field instanceof Set;
