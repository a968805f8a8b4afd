import type { PaneContext } from '../platform/manifests/model.ts';

/** The columns of each list in the ERP shell, in order. Every row has a value for each. */
export const shellColumns = {
  customers: ['number', 'name', 'city', 'email'],
  salesorders: ['number', 'date', 'customer', 'totalGross', 'currency'],
  items: ['sku', 'name', 'priceNet', 'stock'],
} as const satisfies Record<PaneContext, readonly string[]>;

/** Dates are ISO 8601 texts, amounts numbers. */
export type CellValue = string | number | null;

export interface ShellRow {
  /** v2 key. */
  id: string;
  /** One value per column of the row's context, by column name. */
  cells: Record<string, CellValue>;
}

export interface ShellPage {
  rows: ShellRow[];
  total: number;
}

/** Records that belong to a record, such as the sales orders of a customer. */
export interface ShellSection {
  context: PaneContext;
  rows: ShellRow[];
}

export interface ShellRecord extends ShellRow {
  /** The record's name or number. */
  title: string;
  /** Further values by name; `paymentStatus` is `unpaid`, `partlyPaid` or `paid`. */
  fields: Record<string, CellValue>;
  sections: ShellSection[];
  /**
   * v2 keys of the records that this one belongs to, by context: a sales order has its customer. Panes with
   * `matchChildContext` appear beside it for those.
   */
  parents: Partial<Record<PaneContext, string>>;
}

/** A query for a list of records. */
export interface ShellQuery {
  /** From 1. */
  page: number;
  pageSize: number;
  /** Part of any column's text; empty for all rows. */
  search: string;
}

/** The business data of the ERP shell. The pages do not depend on the store or the Wawi. */
export interface ShellData {
  list(tenantId: string, context: PaneContext, query: ShellQuery): Promise<ShellPage>;
  /** @returns the record, or undefined when the tenant has none with that v2 key */
  detail(tenantId: string, context: PaneContext, id: string): Promise<ShellRecord | undefined>;
}
