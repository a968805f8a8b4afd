import { compare, decimal, zero, type Decimal } from '../../store/values/decimal.ts';
import { hasChildren } from '../items/rules/item-relations.ts';
import type { Item } from '../items/schema/items.ts';
import { purchaseOrderStatus, type PurchaseOrderStatus } from './schema/purchasing.ts';
import { createPurchaseOrder } from './operations/purchase-orders.ts';
import { stockSummary } from '../stock/operations/stock-summary.ts';
import { isListedSupplier } from '../items/operations/suppliers.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Generation } from '../../store/generation.ts';

const dayMs = 86_400_000;
/** Above the number of purchases of any supplier, so that each has random values of its own. */
const purchasesPerSupplier = 100_000;
/** Purchase orders that have come in whole, and those still open: how many days old, of how many items. */
const { open: isOpen, released, partiallyDelivered, completed } = purchaseOrderStatus;
const delivered: Batch = {
  sequence: 'deliveredPurchase',
  statuses: [completed],
  age: { min: 30, max: 360 },
  size: 8,
};
const open: Batch = {
  sequence: 'openPurchase',
  statuses: [released, partiallyDelivered, isOpen],
  age: { min: 1, max: 14 },
  size: 3,
};

interface Batch {
  /** The kind of its random values. */
  sequence: string;
  /** They take turns, and each supplier begins with another one. */
  statuses: readonly PurchaseOrderStatus[];
  age: { min: number; max: number };
  size: number;
}

interface Purchase {
  supplierId: number;
  status: PurchaseOrderStatus;
  items: readonly Item[];
  /** ISO 8601. */
  createdAt: string;
}

/**
 * Purchase orders: items with a supplier were bought within the last year; items that have run short since are on order
 * again, unless the supplier is inactive.
 */
export function generatePurchaseOrders(generation: Generation): void {
  const { data } = generation;
  const items = data
    .of('item')
    .list()
    .filter(({ id }) => !hasChildren(data, id));
  const purchases = data
    .of('supplier')
    .list()
    .flatMap((supplier) => {
      const supplied = items.filter((item) => item.defaultSupplierId === supplier.id);
      const short = isListedSupplier(supplier) ? supplied.filter((item) => runsShort(data, item)) : [];
      return [
        ...purchasesOf(generation, supplier.id, supplied, delivered),
        ...purchasesOf(generation, supplier.id, short, open),
      ];
    });
  purchases.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  purchases.forEach((purchase, n) => order(generation, n, purchase));
}

function runsShort(data: TenantData, { id, storageOptions }: Item): boolean {
  const { total, available } = stockSummary(data, id);
  return total === zero || compare(available, storageOptions.globalMinimumStockLevel) < 0;
}

function purchasesOf(
  { sequence, until }: Generation,
  supplierId: number,
  items: readonly Item[],
  { statuses, age, size, ...batch }: Batch,
): Purchase[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => ({
    supplierId,
    status: statuses[(supplierId + n) % statuses.length] ?? 0,
    items: items.slice(n * size, (n + 1) * size),
    createdAt: new Date(
      until - sequence(batch.sequence, supplierId * purchasesPerSupplier + n).number.int(age) * dayMs,
    ).toISOString(),
  }));
}

function order({ data, sequence }: Generation, n: number, { items, createdAt, ...head }: Purchase): void {
  const faker = sequence('purchaseOrder', n);
  const { supplierId, status } = head;
  const days = Math.max(...items.map((item) => deliveryTimeOf(item, supplierId)));
  const expected = new Date(Date.parse(createdAt) + days * dayMs).toISOString().slice(0, 10);
  const lineItems = items.map(({ id }, line) => {
    const dozens = faker.number.int({ min: 1, max: 5 });
    return { itemId: id, quantity: decimal(dozens * 12), quantityDelivered: comeIn(status, line, dozens) };
  });
  createPurchaseOrder(data, { ...head, lineItems, deliveryDate: `${expected}T00:00:00.000Z` }, createdAt);
}

function deliveryTimeOf({ suppliers }: Item, supplierId: number): number {
  return suppliers.find((one) => one.supplierId === supplierId)?.deliveryTime ?? 0;
}

/** Of purchase orders that are delivered in part half of the first line has come in. */
function comeIn(status: PurchaseOrderStatus, line: number, dozens: number): Decimal {
  if (status === completed) return decimal(dozens * 12);
  return decimal(status === partiallyDelivered && line === 0 ? dozens * 6 : 0);
}
