import type { TObject, TSchema } from 'typebox';
import { instantOf } from '../../contract/instants.ts';
import { decimal } from '../../store/values/decimal.ts';
import { DomainError, type FieldProblem } from '../../store/errors.ts';

/** The members of a schema of `store/fields.ts`, in JSON Schema. */
interface FieldSchema {
  $ref?: string;
  items?: FieldSchema;
  properties?: Readonly<Record<string, FieldSchema>>;
  additionalProperties?: FieldSchema | boolean;
}

/**
 * Brings what a fixture says about an entity into the form it is kept in: exact decimals, instants with milliseconds and
 * `Z`, at every depth.
 * @param fields that the entity's schema allows (fixtures/tenant.schema.json)
 * @throws DomainError naming each instant that the calendar does not have
 */
export function fieldsAsKept(fields: Record<string, unknown>, schema: TSchema): Record<string, unknown> {
  const problems: FieldProblem[] = [];
  const whole = asKept(fields, schema, '', problems);
  if (problems.length > 0) throw new DomainError('invalid', 'The entity has wrong values.', problems);
  return whole as Record<string, unknown>;
}

/** @returns the fields with an empty list for each list of the schema that they lack: readers walk through them */
export function withLists(fields: Record<string, unknown>, schema: TObject): Record<string, unknown> {
  const lists = Object.entries<FieldSchema>(schema.properties).filter(
    ([, field]) => field.items !== undefined,
  );
  return { ...Object.fromEntries(lists.map(([name]) => [name, []])), ...fields };
}

function asKept(value: unknown, field: FieldSchema, path: string, problems: FieldProblem[]): unknown {
  if (field.$ref === '#/definitions/amount') return decimal(value as number | string);
  if (field.$ref === '#/definitions/instant') {
    const instant = instantOf(value as string);
    if (instant === undefined)
      problems.push({
        path,
        message: `'${String(value)}' is not a date of the calendar; give one such as 2026-12-24`,
      });
    return instant;
  }
  const { items, properties = {}, additionalProperties: other } = field;
  if (items !== undefined)
    return (value as unknown[]).map((element, n) => asKept(element, items, `${path}[${n}]`, problems));
  if (field.properties === undefined && typeof other !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => {
      const of = properties[name] ?? (typeof other === 'object' ? other : {});
      return [name, asKept(part, of, path === '' ? name : `${path}.${name}`, problems)];
    }),
  );
}
