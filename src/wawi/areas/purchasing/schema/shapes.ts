import type { PurchaseOrder, PurchaseOrderLineItem, PurchasingEntities } from './purchasing.ts';
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
  supplierId: 'whole',
  companyId: 'whole',
  warehouseId: 'whole',
  currencyIso: 'text',
  status: new Set([0, 1, 2, 3, 4]),
  createdAt: 'instant',
  deliveryDate: 'instant',
  deliveryAddress,
  note: 'text',
  isDropshipping: 'flag',
  salesOrderId: 'whole',
  lineItems: [purchaseOrderLineItem],
};

export const purchasingShapes: Shapes<PurchasingEntities> = { purchaseOrder };
