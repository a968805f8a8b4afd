import { max, subtract, zero } from '../../store/values/decimal.ts';
import type { InputViews } from '../../wire/graphql/input-views.ts';
import { typeView, type TypeViews } from '../../wire/graphql/type-views.ts';
import { currencyFactor, supplierName } from './operations/order-details.ts';
import type { PurchaseOrder, PurchaseOrderLineItem } from './schema/purchasing.ts';

type SuppliedLine = PurchaseOrderLineItem & { supplierId: number };

/** Purchase orders. Their lines are goods; surcharges and discounts are not kept, so there are no further amounts. */
export const purchasingViewsGraphql: TypeViews = {
  PurchaseOrder: typeView<'PurchaseOrder', PurchaseOrder>({
    purchaseOrderId: 'id',
    supplierName,
    orderNumber: 'number',
    externalOrderNumber: 'externalNumber',
    currencyFactor,
    requestedDeliveryDate: 'deliveryDate',
    createdDate: 'createdAt',
    internalComment: 'note',
    comment: 'note',
    lineItems: ({ lineItems, supplierId }) => lineItems.map((line) => ({ ...line, supplierId })),
    allowancesAndCharges: () => [],
  }),
  PurchaseOrderLineItem: typeView<'PurchaseOrderLineItem', SuppliedLine>({
    lineItemId: 'id',
    // 0 free position, 1 item.
    lineItemType: ({ itemId }) => (itemId === undefined ? 0 : 1),
    itemNumber: 'sku',
    supplierItemName: ({ itemId = 0, supplierId }, { data }) =>
      data
        .of('item')
        .get(itemId)
        ?.suppliers.find((one) => one.supplierId === supplierId)?.itemName,
    deliveredQuantity: 'quantityDelivered',
    openQuantity: ({ quantity, quantityDelivered }) => max(zero, subtract(quantity, quantityDelivered)),
    vatRatePercentage: 'taxRate',
  }),
  PurchaseOrderListItem: typeView<'PurchaseOrderListItem', PurchaseOrder>({
    purchaseOrderId: 'id',
    supplierName,
    orderNumber: 'number',
  }),
};

/** Commands for purchase orders. The emulator starts no workflows of purchase orders, so nothing is to be disabled. */
export const purchasingInputs: InputViews = {
  CreatePurchaseOrderCommandRequestInput: {
    requestedDeliveryDate: 'deliveryDate',
    items: 'lineItems',
    externalOrderNumber: 'externalNumber',
    internalComment: 'note',
    billingAddress: false,
    disableAutomaticWorkflows: false,
  },
  CreateCreatePurchaseOrderItemInput: { vatRatePercentage: 'taxRate' },
  CreatePurchaseOrderAddressInput: {
    salutation: 'formOfAddress',
    companyName: 'company',
    additionalCompanyLine: 'company2',
    additionalAddressLine: 'address2',
    faxNumber: 'fax',
  },
  CreatePurchaseOrderLineItemCommandRequestInput: { vatRatePercentage: 'taxRate' },
  UpdatePurchaseOrderLineItemCommandRequestInput: { disableAutomaticWorkflows: false },
  DeletePurchaseOrderLineItemCommandRequestInput: { disableAutomaticWorkflows: false },
};
