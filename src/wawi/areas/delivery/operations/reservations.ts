import { compare, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { PickList, PickListPosition } from '../schema/logistics.ts';
import type { SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../../sales-orders/schema/sales.ts';
import { stockParts, type Part } from '../../stock/operations/stock-parts.ts';
import { isOpen, openQuantity, sum } from '../../stock/rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import { refuseBlocked } from './delivery-blocks.ts';
import { supplierFor, type DeliverySource } from './delivery-sources.ts';
import { identityOf } from '../../stock/operations/stock.ts';

/** How much of which line to reserve; without a quantity all that is open. */
export interface ReserveLine {
  order: SalesOrder;
  line: SalesOrderLineItem;
  quantity?: Decimal;
}

/** The result of a reservation. */
export interface Reserved {
  pickLists: PickList[];
  positions: PickListPosition[];
}

/** How reserving makes pick lists. */
export interface ReserveOptions {
  pickListPerOrder: boolean;
  templateId?: number;
  /** ISO 8601. */
  now: string;
}

/**
 * Reserves stock for lines of sales orders: source by source in the order of their priority, goods that expire first
 * first. Quantities that the sources do not have stay open.
 * @throws DomainError `rule` for an order that is cancelled, on hold or of a locked customer, `missing-reference` for an unknown source
 */
export function reserveLines(
  data: TenantData,
  lines: readonly ReserveLine[],
  sources: readonly DeliverySource[],
  options: ReserveOptions,
): Reserved {
  const lists = new PickListsByPlace(data, options);
  const positions = lines.flatMap(({ order, line, quantity }) => {
    refuseBlocked(data, order, 'reserved');
    let open = min(quantity ?? line.quantity, subtract(openQuantity(order, line), reservedOf(data, line.id)));
    const made: PickListPosition[] = [];
    for (const source of sources) {
      if (compare(open, zero) <= 0) break;
      for (const part of partsFrom(data, line, open, source)) {
        const list = lists.at(part, order);
        made.push(data.insert('pickListPosition', positionOf(order, line, list, part, options.now)));
        open = subtract(open, part.quantity);
      }
    }
    return made;
  });
  return { pickLists: lists.all, positions };
}

/** @returns the lines of an order that still wait for goods and are not fully reserved */
export function linesToReserve(data: TenantData, order: SalesOrder): ReserveLine[] {
  return order.lineItems
    .filter((line) => compare(openQuantity(order, line), reservedOf(data, line.id)) > 0)
    .map((line) => ({ order, line }));
}

/** @returns whether everything an order still needs is reserved */
export function isCompletelyReserved(data: TenantData, order: SalesOrder): boolean {
  return linesToReserve(data, order).length === 0;
}

/** @returns the quantity of a line in open pick lists */
function reservedOf(data: TenantData, lineItemId: number): Decimal {
  return sum([...data.of('pickListPosition').where('salesOrderLineItemId', lineItemId)].filter(isOpen));
}

function partsFrom(
  data: TenantData,
  line: SalesOrderLineItem,
  wanted: Decimal,
  source: DeliverySource,
): Part[] {
  const { itemId } = line;
  if (itemId === undefined) return [];
  if (source.kind === 'supplier') {
    const supplierId = supplierFor(data, source, itemId);
    if (supplierId === undefined) return [];
    const { contactPersonId } = source;
    return [{ quantity: wanted, supplierId, ...(contactPersonId === undefined ? {} : { contactPersonId }) }];
  }
  if (!data.get('item', itemId).storageOptions.inventoryManagementActive)
    return [{ quantity: wanted, warehouseId: source.warehouseId }];
  return stockParts(data, itemId, wanted, (row) => row.warehouseId === source.warehouseId);
}

function positionOf(
  order: SalesOrder,
  line: SalesOrderLineItem,
  list: PickList,
  part: Part,
  now: string,
): Omit<PickListPosition, 'id'> {
  return {
    pickListId: list.id,
    ...(part.warehouseId === undefined ? {} : { warehouseId: part.warehouseId }),
    ...(part.stock ? identityOf(part.stock) : { itemId: line.itemId ?? 0 }),
    salesOrderId: order.id,
    salesOrderLineItemId: line.id,
    quantity: part.quantity,
    status: 10,
    priority: order.shipping.shippingPriority,
    serialNumbers: [],
    createdAt: now,
  };
}

/** Makes the pick lists of one reservation when the first position needs them: one per place, or per order as well. */
class PickListsByPlace {
  readonly #lists = new Map<string, PickList>();

  constructor(
    private readonly data: TenantData,
    private readonly options: ReserveOptions,
  ) {}

  get all(): PickList[] {
    return [...this.#lists.values()];
  }

  at(part: Part, order: SalesOrder): PickList {
    const { warehouseId, supplierId, contactPersonId } = part;
    const key = [warehouseId, supplierId, this.options.pickListPerOrder ? order.id : ''].join('/');
    let list = this.#lists.get(key);
    if (!list) {
      list = createPickList(this.data, this.options.now, {
        ...(warehouseId === undefined ? {} : { warehouseId }),
        ...(supplierId === undefined ? {} : { supplierId }),
        ...(contactPersonId === undefined ? {} : { contactPersonId }),
        ...(this.options.templateId === undefined ? {} : { templateId: this.options.templateId }),
      });
      this.#lists.set(key, list);
    }
    return list;
  }
}

/** @returns a new, empty pick list under the next number */
export function createPickList(
  data: TenantData,
  now: string,
  place: Pick<PickList, 'warehouseId' | 'supplierId' | 'contactPersonId' | 'templateId'>,
): PickList {
  const lists = data.of('pickList');
  const number = drawNumber(data, 'pickList', now, (text) => lists.findUnique('number', text) !== undefined);
  return data.insert('pickList', { ...place, number, status: 10, createdAt: now });
}
