import type { Decimal } from '../../../store/values/decimal.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export interface PurchaseOrderLineItem {
  readonly id: number;
  itemId?: number;
  sku?: string;
  name: string;
  quantity: Decimal;
  /** What has come in. */
  quantityDelivered: Decimal;
  netPurchasePriceAmount: Decimal;
  /** Per cent. */
  taxRate: Decimal;
  /** ISO 8601. */
  deliveryDate?: string;
  note?: string;
  supplierItemNumber?: string;
  /** What the supplier confirmed. */
  confirmedQuantity?: Decimal;
  confirmedDeliveryDate?: string;
  confirmedPrice?: Decimal;
  isLineItemConfirmed: boolean;
}

/**
 * The number on the wire of each status; the order of the names pairs them (fidelity row `purchase-order-status`).
 * Source: REST 2.1, retrieves the full detail of a purchase order; GraphQL 2.1, PurchaseOrderStatus.
 */
export const purchaseOrderStatus = {
  open: 0,
  released: 5,
  inProgress: 20,
  partiallyDelivered: 30,
  overdue: 50,
  completed: 500,
} as const;
export type PurchaseOrderStatus = (typeof purchaseOrderStatus)[keyof typeof purchaseOrderStatus];

/** Goods ordered from a supplier. */
export interface PurchaseOrder {
  readonly id: number;
  number: string;
  externalNumber?: string;
  referenceOrderNumber?: string;
  /** Whether the supplier has confirmed the order. */
  isConfirmed: boolean;
  supplierId: number;
  companyId: number;
  warehouseId: number;
  currencyIso: string;
  status: PurchaseOrderStatus;
  /** ISO 8601. */
  createdAt: string;
  deliveryDate?: string;
  /** Default: the warehouse's own. */
  deliveryAddress?: Omit<Address, 'id'>;
  note?: string;
  /** True when the supplier sends the goods to the customer. */
  isDropshipping: boolean;
  salesOrderId?: number;
  lineItems: PurchaseOrderLineItem[];
}

export interface PurchasingEntities {
  purchaseOrder: PurchaseOrder;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends PurchasingEntities {}
}

export const purchasingKinds: { [N in keyof PurchasingEntities]: EntityKind<PurchasingEntities[N]> } = {
  purchaseOrder: {
    key: 'LieferantenBestellungKey',
    label: 'purchase order',
    unique: ['number'],
    references: {
      supplierId: 'supplier',
      companyId: 'company',
      warehouseId: 'warehouse',
      salesOrderId: 'salesOrder',
      'lineItems[].itemId': 'item',
    },
    codes: { currencyIso: 'currency', ...addressCodes('deliveryAddress') },
  },
};
