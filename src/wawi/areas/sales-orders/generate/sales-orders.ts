import type { Faker } from '@faker-js/faker';
import { add, decimal, multiply, toNumber, zero } from '../../../store/values/decimal.ts';
import type { Item } from '../../items/schema/items.ts';
import type { Payment, SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../schema/sales.ts';
import { newLineItem } from '../../pricing/operations/line-items.ts';
import { addressCopies } from '../operations/sales-documents.ts';
import { newSalesOrder, type NewSalesOrder } from '../operations/sales-orders.ts';
import { domestic, taxBasisOf, taxSettingFor, type TaxBasis } from '../../pricing/operations/taxes.ts';
import { orderTotals } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { generatedAddress } from '../../customers/generate/customers.ts';
import type { Generation } from '../../../store/generation.ts';
import { itemOnSale, itemsForSale, popular } from './demand.ts';
import { paidAt, paymentHabit } from './payment-habits.ts';
import { postageLine, shippingMethodOf, type Parcel } from './postage.ts';

/** Lines of an order, by how often. */
const lineCounts = [
  { value: 1, weight: 40 },
  { value: 2, weight: 30 },
  { value: 3, weight: 20 },
  { value: 4, weight: 10 },
];
const quantities = [
  { value: 1, weight: 80 },
  { value: 2, weight: 15 },
  { value: 3, weight: 5 },
];
const comments = [
  'Bitte beim Nachbarn abgeben, falls niemand öffnet.',
  'Bitte nicht vor 16 Uhr zustellen.',
  'Das Paket kann in der Garage abgestellt werden.',
  'Bitte als Geschenk verpacken.',
  'Die Rechnung bitte an die Firma.',
];

/**
 * Orders at the given instants; one in twenty by a guest, one in twenty-five cancelled.
 * @param places where in the history each of them is: its number, and its instant in epoch milliseconds
 */
export function generateSalesOrders(
  generation: Generation,
  places: readonly { number: number; instant: number }[],
): void {
  const { data, sequence } = generation;
  const items = itemsForSale(data);
  for (const { number, instant } of places) {
    const faker = sequence('salesOrder', number);
    const date = new Date(instant).toISOString();
    data.place('salesOrder', {
      ...generatedOrder(generation, faker, items, date),
      ...numbered(number, date),
    });
  }
  rememberFirstOrders(data);
}

/** @returns the id and the number of the order that is the n-th of the history */
export function numbered(n: number, date: string): Pick<SalesOrder, 'id' | 'number'> {
  return { id: n, number: `AU${date.slice(0, 4)}${String(n).padStart(5, '0')}` };
}

function generatedOrder(
  generation: Generation,
  faker: Faker,
  items: readonly Item[],
  date: string,
): NewSalesOrder {
  const { data } = generation;
  const customers = data.of('customer').size;
  const isGuest = customers === 0 || faker.number.int(19) === 0;
  const customerId = isGuest ? undefined : 1 + popular(faker, customers);
  const taxed = taxedOrder(data, newSalesOrder(buyerOf(data, faker, customerId), date));
  const basis = taxBasisOf(taxed);
  const goods = generatedGoods(data, faker, items, date, basis);
  const parcel = parcelOf(data, goods, basis.shippingCountryIso);
  const shippingMethodId = shippingMethodOf(parcel, faker.number.float());
  const lineItems = [...goods, newLineItem(data, postageLine(parcel, shippingMethodId), basis)];
  const habit = paymentHabit(faker, customerId === undefined ? undefined : data.get('customer', customerId));
  const isCancelled = faker.number.int(24) === 0;
  const paid = isCancelled ? undefined : paidAt(faker, habit, date, generation.until);
  return newSalesOrder(
    {
      ...taxed,
      payment: { paymentMethodId: habit.paymentMethodId },
      shipping: { shippingMethodId },
      payments: paid === undefined ? [] : [paymentOf(data, lineItems, habit.paymentMethodId, paid)],
      isCancelled,
      ...(isCancelled ? { cancellation: cancellationOf(generation, faker, date) } : {}),
      ...(faker.number.int(7) === 0 ? { customerComment: faker.helpers.arrayElement(comments) } : {}),
      salesChannelId: faker.number.int(9) < 8 ? '2-1-1' : '1-1-1',
      lineItems,
    },
    date,
  );
}

/** The buyer as an order names one. Within the country the VAT number changes nothing and is left out, as in any shop. */
function buyerOf(data: TenantData, faker: Faker, customerId: number | undefined): Partial<SalesOrder> {
  if (customerId === undefined)
    return { billingAddress: { ...generatedAddress(faker, 'DE', false), id: data.nextId('address') } };
  const addresses = addressCopies(data, customerId);
  const { countryIso, vatId } = addresses.billingAddress;
  const isTaxedAsFirm = vatId !== undefined && countryIso !== domestic.departureCountryIso;
  return { customerId, ...addresses, ...(isTaxedAsFirm ? { customerVatId: vatId } : {}) };
}

function taxedOrder(data: TenantData, order: NewSalesOrder): NewSalesOrder {
  return { ...order, taxDetails: { ...order.taxDetails, taxSetting: taxSettingFor(data, order) } };
}

function generatedGoods(
  data: TenantData,
  faker: Faker,
  items: readonly Item[],
  date: string,
  basis: TaxBasis,
): SalesOrderLineItem[] {
  const count = faker.helpers.weightedArrayElement(lineCounts);
  const chosen = Array.from({ length: count }, () =>
    items.length > 0 ? { itemId: itemOnSale(faker, items, date).id } : { name: 'Sonderposten' },
  );
  const distinct = new Map(chosen.map((one, n) => [one.itemId ?? -n, one]));
  return [...distinct.values()].map((one) =>
    newLineItem(data, { ...one, quantity: decimal(faker.helpers.weightedArrayElement(quantities)) }, basis),
  );
}

function parcelOf(data: TenantData, goods: readonly SalesOrderLineItem[], countryIso: string): Parcel {
  const sum = (of: (line: SalesOrderLineItem) => ReturnType<typeof decimal>): number =>
    toNumber(add(zero, ...goods.map((line) => multiply(of(line), line.quantity))));
  return {
    countryIso,
    weight: sum(({ itemId }) =>
      itemId === undefined ? zero : data.get('item', itemId).weights.shippingWeight,
    ),
    goods: sum(({ salesPriceNet }) => salesPriceNet) * 100,
  };
}

function paymentOf(
  data: TenantData,
  lineItems: readonly SalesOrderLineItem[],
  paymentMethodId: number,
  date: string,
): Payment {
  return { id: data.nextId('payment'), paymentMethodId, amount: orderTotals({ lineItems }).gross, date };
}

/** Customers change their minds within two days. */
function cancellationOf({ until }: Generation, faker: Faker, date: string): object {
  const instant = Date.parse(date) + faker.number.int({ min: 10, max: 2 * 24 * 60 }) * 60_000;
  return {
    cancellationReasonId: faker.number.int({ min: 1, max: 2 }),
    date: new Date(Math.min(instant, until)).toISOString(),
  };
}

/** Customers whose first order is older than they are became customers with it. */
function rememberFirstOrders(data: TenantData): void {
  const known = new Set<number>();
  for (const { customerId, salesOrderDate } of data.of('salesOrder').values()) {
    if (customerId === undefined || known.has(customerId)) continue;
    known.add(customerId);
    if (data.get('customer', customerId).customerSince > salesOrderDate)
      data.update('customer', customerId, { customerSince: salesOrderDate });
  }
}
