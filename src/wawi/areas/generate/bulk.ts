import { gtinOfItem, skuOf } from '../items/generate/items.ts';
import { addressCopies } from '../sales-orders/operations/sales-documents.ts';
import { numbered } from '../sales-orders/generate/sales-orders.ts';
import { popular } from '../sales-orders/generate/demand.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import { zero } from '../../store/values/decimal.ts';
import type { Item } from '../items/schema/items.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import type { Generation } from '../../store/generation.ts';

/**
 * So many rows of a kind are made up one by one; a tenant asked to be larger is filled up with copies of them, which
 * differ in what must differ and share the rest, so that 100,000 rows take a second and little memory.
 */
export const individualRows = 300;

const dayMs = 86_400_000;
/** Items are new for so many days. */
const newDays = 60;

/** Fills the items up to a count. The copies have no stock. */
export function fillUpItems({ data, until, job }: Generation, count: number): void {
  const items = data.of('item');
  const models = [...items.values()].filter(
    (item) => item.parentItemId === undefined && item.variations.length === 0 && item.components.length === 0,
  );
  const added = daysBefore(until, 900);
  const individual = items.size;
  for (let n = individual + 1; models.length > 0 && n <= count; n++) {
    const model = models[n % models.length] as Item;
    const changed = added[n % added.length] ?? model.changed;
    items.put({
      ...model,
      id: n,
      sku: skuOf(n),
      name: `${model.name} (Modell ${1 + Math.ceil((n - individual) / models.length)})`,
      identifiers: furtherIdentifiers(model, n),
      added: changed,
      changed,
      isNew: n % added.length < newDays,
    });
    job.advance();
  }
}

/** @returns an instant on each of the last days, the latest first, ISO 8601 */
function daysBefore(until: number, days: number): string[] {
  return Array.from({ length: days }, (_, n) =>
    new Date(until - n * dayMs - ((n * 97) % 1440) * 60_000).toISOString(),
  );
}

/** A GTIN of its own, for items that have one; books share the number of their first edition. */
function furtherIdentifiers({ identifiers, manufacturerId }: Item, n: number): Item['identifiers'] {
  if (manufacturerId === undefined || identifiers.isbn !== undefined) return identifiers;
  return { ...identifiers, gtin: gtinOfItem(manufacturerId, n) };
}

/**
 * The numbers of the orders that are made up one by one, spread over the whole history.
 * @param count of all orders
 */
export function individualOrders(count: number): number[] {
  const individual = Math.min(count, individualRows);
  return Array.from({ length: individual }, (_, n) => 1 + Math.floor((n * count) / individual));
}

/**
 * Fills the sales orders up with open ones, from which nothing hangs.
 * @param instants of all orders, ascending, epoch milliseconds; those that exist are left alone
 */
export function fillUpSalesOrders({ data, job, sequence }: Generation, instants: readonly number[]): void {
  const orders = data.of('salesOrder');
  const models = modelOrders(data, instants[0] ?? 0);
  const buyers = domesticBuyers(data);
  const faker = sequence('furtherSalesOrder');
  if (models.length === 0) return;
  for (let n = 1; n <= instants.length; n++) {
    if (orders.has(n)) continue;
    const model = models[n % models.length] as SalesOrder;
    const date = new Date(instants[n - 1] ?? 0).toISOString();
    orders.put({
      ...model,
      ...(isDomestic(model) && buyers.length > 0 ? buyers[popular(faker, buyers.length)] : {}),
      ...numbered(n, date),
      salesOrderDate: date,
      shipping: notShipped(model.shipping),
      payments: [],
      lineItems: model.lineItems.map((line) => ({
        ...line,
        id: data.nextId('salesOrderLineItem'),
        quantityDelivered: zero,
        quantityReturned: zero,
      })),
    });
    job.advance();
  }
}

/** @returns the orders to copy: of items that the shop has had since the first order */
function modelOrders(data: TenantData, firstOrder: number): SalesOrder[] {
  const since = new Date(firstOrder).toISOString();
  const isOld = ({ itemId }: SalesOrder['lineItems'][number]): boolean =>
    itemId === undefined || data.get('item', itemId).added <= since;
  const orders = data
    .of('salesOrder')
    .list()
    .filter(({ isCancelled }) => !isCancelled);
  const old = orders.filter(({ lineItems }) => lineItems.every(isOld));
  return old.length > 0 ? old : orders;
}

type Buyer = Pick<SalesOrder, 'customerId' | 'billingAddress' | 'shipmentAddress'>;

/** @returns the buyers who are taxed alike, so that an order of one can become an order of another */
function domesticBuyers(data: TenantData): readonly Buyer[] {
  return data
    .of('customer')
    .list()
    .filter(isDomestic)
    .map(({ id }) => ({ customerId: id, ...addressCopies(data, id) }));
}

function isDomestic({
  billingAddress,
  shipmentAddress = billingAddress,
}: Omit<Buyer, 'customerId'>): boolean {
  return billingAddress.countryIso === 'DE' && shipmentAddress.countryIso === 'DE';
}

function notShipped(shipping: SalesOrder['shipping']): SalesOrder['shipping'] {
  const { shippingMethodId, shippingPriority, extraWeight } = shipping;
  return {
    ...(shippingMethodId === undefined ? {} : { shippingMethodId }),
    deliveryCompleteStatus: 0,
    shippingPriority,
    extraWeight,
  };
}
