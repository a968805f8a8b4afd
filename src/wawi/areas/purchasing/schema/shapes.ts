import {
  purchaseOrderStatus,
  type PurchaseOrder,
  type PurchaseOrderLineItem,
  type PurchasingEntities,
} from './purchasing.ts';
import { without } from '../../../store/values/merge.ts';
import { address } from '../../../store/shapes/shared.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const purchaseOrderLineItem: Shape<PurchaseOrderLineItem> = {
  id: 'id',
  itemId: 'whole',
  sku: 'text',
  name: 'text',
  quantity: 'amount',
  quantityDelivered: 'amount',
  netPurchasePriceAmount: 'amount',
  taxRate: 'amount',
  deliveryDate: 'instant',
  note: 'text',
  supplierItemNumber: 'text',
  confirmedQuantity: 'amount',
  confirmedDeliveryDate: 'instant',
  confirmedPrice: 'amount',
  isLineItemConfirmed: 'flag',
};

const deliveryAddress = without(address, 'id');

const purchaseOrder: Shape<PurchaseOrder> = {
  id: 'id',
  number: 'text',
  externalNumber: 'text',
  referenceOrderNumber: 'text',
  isConfirmed: 'flag',
  supplierId: 'whole',
  companyId: 'whole',
  warehouseId: 'whole',
  currencyIso: 'text',
  status: new Set(Object.values(purchaseOrderStatus)),
  createdAt: 'instant',
  deliveryDate: 'instant',
  deliveryAddress,
  note: 'text',
  isDropshipping: 'flag',
  salesOrderId: 'whole',
  lineItems: [purchaseOrderLineItem],
};

export const purchasingShapes: Shapes<PurchasingEntities> = { purchaseOrder };
