import type { TSchema } from 'typebox';
import { instantOf } from '../../contract/instants.ts';
import type { EntityKind } from '../../store/collections/collection.ts';
import { decimal, zero } from '../../store/values/decimal.ts';
import { DomainError, type FieldProblem } from '../../store/errors.ts';

/** The members of a schema of `store/fields.ts`, in JSON Schema. */
interface FieldSchema {
  $ref?: string;
  enum?: readonly unknown[];
  items?: FieldSchema;
  required?: readonly string[];
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

/**
 * Completes an entity that a fixture describes in part: each field that the schema requires and the fixture leaves out
 * gets a neutral value, at every depth, because every API shows and changes entities as whole ones.
 * @param kind of the entity; its references say which fields name another entity, for which no value is neutral
 * @param now the value of instants, ISO 8601
 * @throws DomainError naming each missing reference
 */
export function withRequiredFields(
  fields: object,
  schema: TSchema,
  { references = {} }: EntityKind,
  now: string,
): object {
  const problems: FieldProblem[] = [];
  const completedPart = (value: unknown, of: FieldSchema, path: string, general: string): unknown => {
    const { items, properties, required = [] } = of;
    if (items !== undefined && Array.isArray(value))
      return value.map((element, n) => completedPart(element, items, `${path}[${n}]`, `${general}[]`));
    if (properties === undefined || typeof value !== 'object' || value === null) return value;
    const whole: Record<string, unknown> = { ...value };
    for (const [name, field] of Object.entries(properties)) {
      const at = path === '' ? name : `${path}.${name}`;
      const generalAt = general === '' ? name : `${general}.${name}`;
      const target = references[generalAt];
      if (whole[name] !== undefined) whole[name] = completedPart(whole[name], field, at, generalAt);
      else if (!required.includes(name) || at === 'id') continue;
      else if (target === undefined)
        whole[name] = completedPart(neutralValue(field, now), field, at, generalAt);
      // An entry of a list without its record says nothing; an entity may be without the records that it is of.
      else if (generalAt.includes('[]'))
        problems.push({ path: at, message: `is missing; give the id of an entity of the kind '${target}'` });
    }
    return whole;
  };
  const whole = completedPart(fields, schema, '', '') as object;
  if (problems[0]) throw new DomainError('invalid', problems[0].message, problems);
  return whole;
}

function neutralValue({ $ref, enum: choices, items, properties }: FieldSchema, now: string): unknown {
  if (items !== undefined) return [];
  if (properties !== undefined) return {};
  if (choices !== undefined) return choices[0];
  return neutralValues(now)[$ref?.replace('#/definitions/', '') ?? ''];
}

const neutralValues = (now: string): Readonly<Record<string, unknown>> => ({
  text: '',
  instant: now,
  id: 0,
  whole: 0,
  number: 0,
  amount: zero,
  flag: false,
});

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
