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
  /** What the supplier confirmed. */
  confirmedQuantity?: Decimal;
  confirmedDeliveryDate?: string;
  confirmedPrice?: Decimal;
  isLineItemConfirmed: boolean;
}

/** 0 open, 1 released to the supplier, 2 partly delivered, 3 delivered, 4 cancelled (fidelity row `purchase-order-status`). */
export type PurchaseOrderStatus = 0 | 1 | 2 | 3 | 4;

/** Goods ordered from a supplier. */
export interface PurchaseOrder {
  readonly id: number;
  number: string;
  externalNumber?: string;
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
