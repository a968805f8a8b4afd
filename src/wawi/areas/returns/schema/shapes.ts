import type {
  Return,
  ReturnEntities,
  ReturnLineItem,
  ReturnPackage,
  ReturnReason,
  ReturnState,
} from './returns.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { translation } from '../../../store/shapes/shared.ts';

const returnLineItem: Shape<ReturnLineItem> = {
  id: 'id',
  stateId: 'whole',
  itemId: 'whole',
  name: 'text',
  sku: 'text',
  quantity: 'amount',
  returnReasonId: 'whole',
  returnReasonComment: 'text',
  conditionId: 'whole',
  conditionComment: 'text',
  credit: 'flag',
  salesOrderLineItemId: 'whole',
  deliveryNoteLineItemId: 'whole',
};

const returnPackage: Shape<ReturnPackage> = {
  id: 'id',
  trackingId: 'text',
  shippingMethodId: 'whole',
  shippingMethodCustom: 'text',
};

const returned: Shape<Return> = {
  id: 'id',
  number: 'text',
  returnDate: 'instant',
  customerId: 'whole',
  externalNumber: 'text',
  origin: 'whole',
  companyId: 'whole',
  salesOrderId: 'whole',
  stateId: 'whole',
  warehouseId: 'whole',
  externalComment: 'text',
  internalComment: 'text',
  contact: 'text',
  transmitToSalesChannel: 'flag',
  lineItems: [returnLineItem],
  packages: [returnPackage],
};

const returnReason: Shape<ReturnReason> = { id: 'id', translations: [translation] };

const returnState: Shape<ReturnState> = { id: 'id', isActive: 'flag', translations: [translation] };

export const returnShapes: Shapes<ReturnEntities> = { return: returned, returnReason, returnState };
