import type { Static } from 'typebox';
import type {
  purchaseOrder,
  purchaseOrderLineItem,
  purchaseOrderStatus,
  purchasingEntities,
} from './purchasing.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export type PurchaseOrderLineItem = Static<typeof purchaseOrderLineItem>;

export { purchaseOrderStatus } from './purchasing.schema.ts';
export type PurchaseOrderStatus = (typeof purchaseOrderStatus)[keyof typeof purchaseOrderStatus];

/** Goods ordered from a supplier. */
export type PurchaseOrder = Static<typeof purchaseOrder>;

export type PurchasingEntities = Entities<typeof purchasingEntities>;

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
