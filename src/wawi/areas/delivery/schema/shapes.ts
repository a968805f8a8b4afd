import type {
  DeliveryNote,
  DeliveryNoteLineItem,
  LogisticsEntities,
  PickList,
  PickListPosition,
  PickListTemplate,
  ShipmentPackage,
} from './logistics.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const pickListTemplate: Shape<PickListTemplate> = { id: 'id', name: 'text', maxOrders: 'whole' };

const pickList: Shape<PickList> = {
  id: 'id',
  number: 'text',
  warehouseId: 'whole',
  supplierId: 'whole',
  contactPersonId: 'whole',
  templateId: 'whole',
  status: new Set([10, 11, 20, 30, 40]),
  createdAt: 'instant',
};

const pickListPosition: Shape<PickListPosition> = {
  id: 'id',
  pickListId: 'whole',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  salesOrderId: 'whole',
  salesOrderLineItemId: 'whole',
  quantity: 'amount',
  status: new Set([10, 11, 20, 30, 40]),
  priority: 'whole',
  serialNumbers: ['text'],
  createdAt: 'instant',
  itemId: 'whole',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
};

const deliveryNoteLineItem: Shape<DeliveryNoteLineItem> = {
  id: 'id',
  salesOrderLineItemId: 'whole',
  itemId: 'whole',
  sku: 'text',
  name: 'text',
  quantity: 'amount',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
  serialNumbers: ['text'],
  notice: 'text',
};

const deliveryNote: Shape<DeliveryNote> = {
  id: 'id',
  number: 'text',
  salesOrderId: 'whole',
  customerId: 'whole',
  companyId: 'whole',
  warehouseId: 'whole',
  deliveryNoteDate: 'instant',
  isExternal: 'flag',
  notice: 'text',
  lineItems: [deliveryNoteLineItem],
};

const shipmentPackage: Shape<ShipmentPackage> = {
  id: 'id',
  deliveryNoteId: 'whole',
  packageDate: 'instant',
  shippedDate: 'instant',
  trackingId: 'text',
  weight: 'amount',
  shippingMethodId: 'whole',
  comment: 'text',
  enclosedReturnIdentCode: 'text',
};

export const logisticsShapes: Shapes<LogisticsEntities> = {
  pickListTemplate,
  pickList,
  pickListPosition,
  deliveryNote,
  shipmentPackage,
};
