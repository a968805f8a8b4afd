import type { Static } from 'typebox';
import type { Rows } from '../../store/tenant-data.ts';
import { TenantData } from '../../store/tenant-data.ts';
import { fillUpItems, fillUpSalesOrders, individualOrders, individualRows } from './bulk.ts';
import { generateCustomers } from '../customers/generate/customers.ts';
import { generateDeliveries } from '../delivery/generate.ts';
import type { Generation } from '../../store/generation.ts';
import { varyItems } from '../items/generate/item-variety.ts';
import { generateItems } from '../items/generate/items.ts';
import { invoiceInPart, varyShipping } from '../sales-orders/generate/order-variety.ts';
import { orderInstants } from '../sales-orders/generate/order-calendar.ts';
import { generatePurchaseOrders } from '../purchasing/generate.ts';
import { generateSalesDocuments } from './sales-documents.ts';
import { generateSalesOrders } from '../sales-orders/generate/sales-orders.ts';
import { noProgress, type Progress } from '../../../platform/progress.ts';
import type { generateRequest } from './tenant-document.schema.ts';
import { randomSequences } from './sequences.ts';
import { standardData } from './standard-data.ts';
import { generateStock } from '../stock/generate/stock.ts';

/** Orders reach back two years. */
const historyDays = 730;

/** The part of a tenant's fixture that describes generated data. */
export type GenerateRequest = Static<typeof generateRequest>;

/**
 * Makes up a tenant: German names and places, umlauts, guest orders and empty fields included.
 * @param progress told how far it is
 * @returns the data as a fresh tenant would hold it
 */
export function generateTenant(
  request: GenerateRequest,
  start: Rows = standardData,
  progress: Progress = noProgress,
): TenantData {
  const until = Date.parse(`${request.until}T12:00:00.000Z`);
  const data = TenantData.from(start);
  const { items = 0, customers = 0, salesOrders = 0 } = request;
  const job = progress('making up data', items + salesOrders);
  const generation: Generation = { data, sequence: randomSequences(request.seed), until, job };
  generateItems(generation, Math.min(items, individualRows));
  generateCustomers(generation, customers);
  const instants = orderInstants(
    salesOrders,
    until,
    historyDays,
    generation.sequence('orderTimes').number.float(),
  );
  const places = individualOrders(salesOrders).map((number) => ({
    number,
    instant: instants[number - 1] ?? until,
  }));
  generateSalesOrders(generation, places);
  varyShipping(generation);
  job.advance(Math.min(items, individualRows) + places.length);
  generateDeliveries(generation);
  generateSalesDocuments(generation);
  invoiceInPart(generation);
  generateStock(generation);
  varyItems(generation);
  generatePurchaseOrders(generation);
  fillUpItems(generation, items);
  fillUpSalesOrders(generation, instants);
  job.end();
  return data;
}
