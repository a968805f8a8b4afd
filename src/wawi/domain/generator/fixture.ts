import type { EntityName } from '../entities/index.ts';
import { newCustomer, withAddressIds } from '../operations/customers.ts';
import { newItem } from '../operations/items.ts';
import { addressCopies, newLineItem, newSalesOrder, type NewSalesOrder } from '../operations/sales-orders.ts';
import { decimalsIn } from './fixture-decimals.ts';
import { TenantData, type Rows } from '../store/tenant-data.ts';
import { standardData } from './standard-data.ts';
import type { GenerateRequest } from './generate.ts';

/** A tenant's fixture file: what to make up, and entities by kind, each as far as the author cares to say. */
export interface TenantDocument {
  generate?: GenerateRequest;
  entities?: { [N in EntityName]?: Record<string, unknown>[] };
}

/** The instant that fixture entities without dates of their own get, so that data is the same on every run. */
const fixtureInstant = '2026-03-01T09:00:00.000Z';

/** How an entity that a fixture describes in part becomes whole; kinds not listed are taken as they are. */
const completions: { [N in EntityName]?: (data: TenantData, fields: Record<string, unknown>) => object } = {
  item: (_data, fields) => newItem(fields, fixtureInstant),
  customer: (data, fields) => withAddressIds(data, newCustomer(fields, fixtureInstant)),
  salesOrder: (data, fields) => completedOrder(data, fields),
};

/**
 * Makes a tenant's data from its fixture: the standard data, what is generated, then the entities listed.
 * @throws DomainError for references that lead nowhere and numbers given twice
 */
export async function tenantFromFixture(document: TenantDocument): Promise<TenantData> {
  const data = document.generate
    ? (await import('./generate.ts')).generateTenant(document.generate)
    : TenantData.from(standardData);
  for (const [name, rows] of Object.entries(document.entities ?? {}) as [
    EntityName,
    Record<string, unknown>[],
  ][]) {
    for (const row of rows) addEntity(data, name, decimalsIn(row));
  }
  return data;
}

/** @returns the rows and sequence numbers of a tenant's data, for storing it as a fixture */
export function rowsOf(
  data: TenantData,
  names: readonly EntityName[],
): { rows: Rows; sequences: Record<string, number> } {
  const rows = Object.fromEntries(names.map((name) => [name, [...data.of(name).values()]])) as Rows;
  return { rows, sequences: data.sequences };
}

function addEntity(data: TenantData, name: EntityName, fields: Record<string, unknown>): void {
  const complete = completions[name]?.(data, fields) ?? fields;
  const { id } = fields as { id?: number };
  if (id === undefined) data.insert(name, complete as never);
  else data.of(name).put({ ...complete, id } as never);
}

function completedOrder(data: TenantData, fields: Record<string, unknown>): NewSalesOrder {
  const { customerId, lineItems = [] } = fields as {
    customerId?: number;
    lineItems?: Record<string, unknown>[];
  };
  const addresses =
    customerId === undefined || 'billingAddress' in fields ? {} : addressCopies(data, customerId);
  return newSalesOrder(
    { ...addresses, ...fields, lineItems: lineItems.map((line) => newLineItem(data, line)) },
    fixtureInstant,
  );
}
