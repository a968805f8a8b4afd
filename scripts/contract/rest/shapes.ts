import type { SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import type { AnyVersion } from '../../../src/wawi/contract/versions.ts';
import { fillBetween, inheritAbove, sorted } from './by-version.ts';
import {
  state,
  type ByVersion,
  type ExpandedDocument,
  type ExpandedSchema,
  type PropertyValue,
} from './expanded.ts';
import type { Fact } from './facts.ts';
import type { KeyKinds } from './key-kinds.ts';
import { factType, isCompatible, type FactType } from './types.ts';

const prefix = '#/components/schemas/';
/** Part of its fields that a schema must share with a page's to be the same thing. */
const enoughInCommon = 0.4;

export const refTo = (name: string): SchemaNode => ({ $ref: `${prefix}${name}` });

/** The fields that a page shows of one object. */
export type Shape = Readonly<Record<string, unknown>>;

export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a shape was found: what may be concluded from it, and which versions have the element around it. */
export interface ShapeContext {
  fact: Fact;
  /** The versions of the operation. */
  within: readonly AnyVersion[];
  /** Lower versions with a page that shows the whole shape. */
  complete: readonly AnyVersion[];
  /** Answers do not show required-ness. */
  use: 'body' | 'answer';
}

/** Adds the fields that pages show to the schemas of a document. */
export class Shapes {
  readonly changes: string[] = [];

  constructor(
    private readonly document: ExpandedDocument,
    private readonly keys: KeyKinds,
  ) {}

  /** @returns whether a schema and a page's shape have enough fields in common to be the same thing */
  isSame(name: string, shape: Shape): boolean {
    const schema = this.document.schemas.get(name);
    if (!schema || schema.properties.size < 3) return true;
    const fields = fieldsOf(shape).map(([field]) => field.toLowerCase());
    const known = new Set([...schema.properties.keys()].map((one) => one.toLowerCase()));
    const common = fields.filter((field) => known.has(field)).length;
    return common >= enoughInCommon * Math.min(fields.length, known.size);
  }

  /** @returns the name of a schema with that name or, where it is taken, a numbered one */
  create(wanted: string, context: ShapeContext): string {
    let name = wanted;
    for (let n = 2; this.document.schemas.has(name); n += 1) name = `${wanted}${n}`;
    const at: ExpandedSchema['at'] = new Map();
    for (const version of this.document.versions) at.set(version, { value: null, evidence: 'inferred' });
    this.document.schemas.set(name, { name, at, base: { type: 'object' }, properties: new Map() });
    this.#mark(name, context);
    return name;
  }

  /** Adds what a page says of an object to its schema. */
  merge(name: string, shape: Shape, context: ShapeContext): void {
    const schema = this.document.schemas.get(name);
    if (!schema) throw new Error(`there is no schema '${name}'`);
    this.#mark(name, context);
    const fields = fieldsOf(shape);
    const marks = fields.some(([, value]) => typeof value === 'string' && factType(value)?.required);
    for (const [field, value] of fields) {
      const isMarked = `${field}!` in shape;
      this.#mergeField(schema, field, value, context, { marks: marks || isMarked, isMarked });
    }
    if (context.fact.line.inferred && !(partly in shape)) relaxMissing(schema, fields, context.fact);
    if (!context.fact.cut && context.fact.age === 'release' && context.use === 'body')
      this.#dropMissing(schema, fields, context);
  }

  #mark(name: string, { fact }: ShapeContext): void {
    const schema = this.document.schemas.get(name);
    if (!schema || fact.age === 'beta') return;
    for (const version of fact.versions) state(schema.at, version, null, kindOf(fact));
  }

  #mergeField(
    schema: ExpandedSchema,
    field: string,
    value: unknown,
    context: ShapeContext,
    { marks, isMarked }: { marks: boolean; isMarked: boolean },
  ): void {
    const known = [...schema.properties.keys()].find((one) => one.toLowerCase() === field.toLowerCase());
    const element = known === undefined ? undefined : schema.properties.get(known);
    const { age, versions } = context.fact;
    // An older page of a version cannot add elements that the version's release page lacks.
    if (!element && age === 'beta' && versions.some((one) => isDocumented(schema.at, one))) return;
    const read = this.#typeOf(schema, known ?? field, value, element, context);
    if (!read) return;
    const type = isMarked ? { ...read, required: true } : read;
    if (
      known !== undefined &&
      known !== field &&
      context.fact.age === 'release' &&
      !context.fact.line.inferred
    ) {
      this.changes.push(`spelling ${schema.name}.${known} -> ${field}`);
      const renamed = [...schema.properties].map(
        ([name, own]) => [name === known ? field : name, own] as const,
      );
      schema.properties.clear();
      for (const [name, own] of renamed) schema.properties.set(name, own);
    }
    if (!element) {
      schema.properties.set(field, this.#newProperty(type, context));
      return;
    }
    this.#documentField(`${schema.name}.${known ?? field}`, element, type, context, marks);
  }

  #newProperty(
    { schema, required, nullable }: FactType,
    { fact, within, complete, use }: ShapeContext,
  ): ByVersion<PropertyValue> {
    const lowest = fact.versions[0] ?? '';
    const value = {
      schema: nullable ? orNull(schema) : schema,
      required: required === true && use === 'body',
    };
    const element: ByVersion<PropertyValue> = new Map();
    const barrier = complete.filter((version) => version < lowest).at(-1) ?? '';
    for (const version of within) {
      if (fact.versions.includes(version)) element.set(version, { value, evidence: kindOf(fact) });
      else if (version > barrier) element.set(version, { value, evidence: 'inferred' });
    }
    return sorted(element);
  }

  #documentField(
    name: string,
    element: ByVersion<PropertyValue>,
    type: FactType,
    { fact, within, use }: ShapeContext,
    marks: boolean,
  ): void {
    const newest = [...element.values()].at(-1)?.value;
    for (const version of fact.versions) {
      const known = element.get(version)?.value ?? newest;
      if (!known) continue;
      const isSame = isCompatible(type.schema, known.schema, (one) => this.#resolve(one));
      const isWeaker = fact.age === 'early' && element.get(version)?.evidence === 'documented';
      const replaces = !isSame && fact.age !== 'beta' && !isWeaker && !fact.line.inferred;
      if (replaces)
        this.changes.push(
          `type ${name} ${version}: ${JSON.stringify(known.schema)} -> ${JSON.stringify(type.schema)}`,
        );
      const own = replaces || isOpen(known.schema) ? type.schema : known.schema;
      const schema = type.nullable ? orNull(own) : own;
      const isMarked = use === 'body' && type.required === true;
      const isExact =
        use === 'body' && ((marks && !fact.cut) || fact.line.inferred) && type.required !== undefined;
      const isRequired = isExact ? isMarked : known.required || isMarked;
      const value = { schema, required: isRequired };
      if (fact.age === 'beta') continue;
      state(element, version, value, kindOf(fact));
      if (replaces || isRequired !== known.required) inheritAbove(element, version, value);
    }
    if (newest && isOpen(newest.schema))
      for (const [version, stated] of element)
        if (isOpen(stated.value.schema))
          element.set(version, { ...stated, value: { ...stated.value, schema: type.schema } });
    fillBetween(element, within);
  }

  /** Pages that show a whole request lack a plain field only if the version does not have it; examples leave enums out. */
  #dropMissing(schema: ExpandedSchema, fields: [string, unknown][], { fact }: ShapeContext): void {
    const shown = new Set(fields.map(([field]) => field.toLowerCase()));
    const isShared = this.#references(schema.name) > 1;
    if (isShared || shown.size === 0) return;
    for (const [name, element] of schema.properties) {
      if (shown.has(name.toLowerCase())) continue;
      const schemaOf = this.#resolve([...element.values()][0]?.value.schema ?? {});
      if (schemaOf.enum || schemaOf.type === undefined || schemaOf.type === 'object') continue;
      for (const version of fact.versions)
        if (element.get(version)?.evidence === 'inferred') {
          this.changes.push(`absent ${schema.name}.${name} ${version}`);
          element.delete(version);
        }
    }
  }

  #references(name: string): number {
    const wanted = JSON.stringify(`${prefix}${name}`);
    const bodies = this.document.operations.map(({ at }) => JSON.stringify([...at.values()][0]?.value));
    const fields = [...this.document.schemas.values()].flatMap(({ properties }) =>
      [...properties.values()].map((element) => JSON.stringify([...element.values()][0]?.value)),
    );
    return [...bodies, ...fields].filter((one) => one?.includes(wanted)).length;
  }

  #typeOf(
    owner: ExpandedSchema,
    field: string,
    value: unknown,
    element: ByVersion<PropertyValue> | undefined,
    context: ShapeContext,
  ): FactType | undefined {
    if (typeof value === 'string') {
      const type = factType(value);
      return type && { ...type, schema: this.keys.typed(field, type.schema) };
    }
    if (Array.isArray(value)) {
      const one = this.#typeOf(
        owner,
        singular(field),
        value[0] ?? 'object',
        element && itemsOf(element),
        context,
      );
      return one && { ...one, required: undefined, schema: { type: 'array', items: one.schema } };
    }
    if (!isShape(value)) return undefined;
    const known = element && schemaName([...element.values()].at(-1)?.value.schema);
    const name =
      known ?? this.create(`${owner.name}.${field.charAt(0).toUpperCase()}${field.slice(1)}`, context);
    this.merge(name, value, context);
    return { schema: refTo(name), required: undefined, nullable: false };
  }

  #resolve(schema: SchemaNode): SchemaNode {
    const name = schemaName(schema);
    return (name === undefined ? undefined : this.document.schemas.get(name)?.base) ?? schema;
  }
}

/** Only a schema with a type can be nullable; a value of any kind takes null as it is. */
function orNull(schema: SchemaNode): SchemaNode {
  return schema.type === undefined ? schema : { ...schema, nullable: true };
}

function isDocumented(element: ByVersion<unknown>, version: AnyVersion): boolean {
  return element.get(version)?.evidence === 'documented';
}

/** A value of any kind: what a page says is more exact. */
function isOpen(schema: SchemaNode): boolean {
  return (
    JSON.stringify(schema) === '{}' || (schema.type === 'array' && JSON.stringify(schema.items) === '{}')
  );
}

export function kindOf(fact: Fact): 'documented' | 'seen' | 'inferred' {
  if (fact.age === 'beta' || fact.line.inferred) return 'inferred';
  return fact.live ? 'seen' : 'documented';
}

export function schemaName(schema: SchemaNode | undefined): string | undefined {
  return schema?.$ref?.slice(prefix.length);
}

function itemsOf(element: ByVersion<PropertyValue>): ByVersion<PropertyValue> {
  return new Map(
    [...element].map(([version, stated]) => [
      version,
      { ...stated, value: { ...stated.value, schema: stated.value.schema.items ?? {} } },
    ]),
  );
}

/** Skips remarks among a shape's fields; objects and lists have `!` behind their name. */
function fieldsOf(shape: Shape): [string, unknown][] {
  return Object.entries(shape).flatMap(([field, value]): [string, unknown][] => {
    const name = /^([A-Za-z]\w*)!?$/.exec(field)?.[1];
    return name === undefined ? [] : [[name, value]];
  });
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

/** Marks a shape of an inferred fact that does not show every field. */
const partly = '+cut';

/** If the command of a version lacks a field, the requests of that version need not have it. */
function relaxMissing(schema: ExpandedSchema, fields: readonly [string, unknown][], fact: Fact): void {
  const shown = new Set(fields.map(([field]) => field.toLowerCase()));
  for (const [name, element] of schema.properties)
    for (const version of fact.versions) {
      const stated = element.get(version);
      if (!stated || shown.has(name.toLowerCase()) || stated.evidence !== 'inferred') continue;
      element.set(version, { ...stated, value: { ...stated.value, required: false } });
    }
}
