import type { SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import { formatRange, parseRange, type AnyVersion } from '../../../src/wawi/contract/versions.ts';
import type { ExpandedDocument, ExpandedSchema } from './expanded.ts';

/** A line of a fact file that shows the values of an enum. */
export interface EnumLine {
  /** The document's schema. */
  enum: string;
  /** Versions of the page, such as `2.1, 2.3`. */
  v: string;
  /** Number -> name, as the page writes it: `IN_PROGRESS` or `InProgress`. */
  values: Record<string, string>;
  src?: string;
}

interface Value {
  name: string;
  versions: Set<AnyVersion>;
  documented: Set<AnyVersion>;
}

/**
 * Gives an enum the values of a page: in the page's versions and, until another page says otherwise, above.
 * @returns the changes
 * @throws Error for an unknown schema
 */
export function mergeEnum(document: ExpandedDocument, line: EnumLine): string[] {
  const schema = document.schemas.get(line.enum);
  if (!schema) throw new Error(`there is no schema '${line.enum}'`);
  const all = [...schema.at.keys()].sort();
  const shown = parseRange(line.v);
  const lowest = shown[0] ?? '2.0';
  const before = JSON.stringify(schema.base);
  const values = valuesOf(schema, all);
  const from = all.filter((version) => version >= lowest);
  for (const version of from) {
    for (const value of values.values()) value.versions.delete(version);
    for (const [number, name] of Object.entries(line.values)) {
      const known = values.get(Number(number)) ?? { name: '', versions: new Set(), documented: new Set() };
      known.name = pascalCase(name);
      known.versions.add(version);
      if (shown.includes(version)) known.documented.add(version);
      values.set(Number(number), known);
    }
  }
  schema.base = enumSchema(schema.base, values, all);
  const after = JSON.stringify(schema.base);
  return before === after ? [] : [`enum ${line.enum}: ${before} -> ${after}`];
}

function valuesOf({ base }: ExpandedSchema, all: readonly AnyVersion[]): Map<number, Value> {
  const ranges = base['x-enum-versions'] ?? {};
  return new Map(
    (base.enum ?? []).map((number, n) => {
      const range = ranges[String(number)];
      const name = base['x-enum-varnames']?.[n] ?? String(number);
      const documented = base['x-enum-evidence']?.[String(number)]?.documented;
      const versions = new Set(range === undefined ? all : parseRange(range));
      return [
        number,
        { name, versions, documented: new Set(documented === undefined ? [] : parseRange(documented)) },
      ];
    }),
  );
}

function enumSchema(
  base: SchemaNode,
  values: ReadonlyMap<number, Value>,
  all: readonly AnyVersion[],
): SchemaNode {
  const kept = [...values].filter(([, { versions }]) => versions.size > 0).sort(([a], [b]) => a - b);
  const limited = kept.filter(([, { versions }]) => versions.size < all.length);
  const shown = kept.filter(([, { documented }]) => documented.size > 0);
  const { description } = base;
  return {
    type: 'integer',
    format: 'int32',
    ...(description === undefined ? {} : { description }),
    enum: kept.map(([number]) => number),
    'x-enum-varnames': kept.map(([, { name }]) => name),
    ...(limited.length === 0
      ? {}
      : {
          'x-enum-versions': Object.fromEntries(
            limited.map(([number, { versions }]) => [String(number), formatRange(versions)]),
          ),
        }),
    ...(shown.length === 0
      ? {}
      : {
          'x-enum-evidence': Object.fromEntries(
            shown.map(([number, { documented }]) => [
              String(number),
              { documented: formatRange(documented, 'closed') },
            ]),
          ),
        }),
  };
}

function pascalCase(name: string): string {
  if (!/^[A-Z0-9_]+$/.test(name)) return name;
  return name
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
