import type { TenantData } from '../../store/tenant-data.ts';

/** The context of a projection beside the entity itself. */
export interface ViewContext {
  readonly data: TenantData;
  /** Now on the emulator's clock, ISO 8601. */
  readonly now: string;
}

/** Computes a field's value from the entity; the contract's type then shapes it. */
export type Read<S> = (source: S, context: ViewContext) => unknown;

/**
 * The property that a field of a contract shows:
 * a dotted path (`prices.salesPriceNet`, read and written), `.` (the same entity, for a nested shape),
 * a function (read only), or both directions spelled out. A field that is not listed shows the property of its
 * own name (`domainName`). `write: false` marks a field that requests may have and nothing keeps.
 */
export type FieldView<S> = string | Read<S> | { read: string | Read<S>; write: string | false | Write };

/** Turns a request's value, already in domain types, into the part of a draft it stands for. */
export type Write = (value: unknown) => Record<string, unknown>;

/** One schema's fields; `likes` takes another schema's fields as its own before adding to them. */
export interface SchemaView<S = never> {
  readonly likes?: string;
  readonly fields?: Readonly<Record<string, FieldView<S>>>;
  /** Computes the source of all fields from the value of the path or entity, for shapes with several sources. */
  readonly from?: (source: S, context: ViewContext) => unknown;
}

/** The mapping table of one API version: schema name -> view. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each view knows its own entity; the table does not
export type ViewTable = Readonly<Record<string, SchemaView<any>>>;

/**
 * Types a schema's view by its entity.
 * @param fields contract name -> the property that it shows
 */
export function view<S>(
  fields: Readonly<Record<string, FieldView<S>>>,
  more: Omit<SchemaView<S>, 'fields'> = {},
): SchemaView<S> {
  return { ...more, fields };
}

/** @returns the field's view after following `likes`, or undefined when the field shows the property of its own name */
export function fieldView(table: ViewTable, schema: string, field: string): FieldView<unknown> | undefined {
  const row = table[schema];
  if (!row) return undefined;
  const own = row.fields?.[field];
  if (own !== undefined) return own as FieldView<unknown>;
  return row.likes === undefined ? undefined : fieldView(table, row.likes, field);
}
