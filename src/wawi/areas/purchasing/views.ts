import { view, type ViewTable } from '../../wire/views/views.ts';
import type { PurchaseOrder, PurchaseOrderStatus } from './schema/purchasing.ts';

/** The numbers on the wire for the domain's statuses; no page shows one for a cancelled order, which is closed as well. */
const wireStatus: Readonly<Record<PurchaseOrderStatus, number>> = { 0: 0, 1: 5, 2: 30, 3: 500, 4: 500 };

/** In progress (20) and overdue (50) say no more to the emulator than released. */
const domainStatus: Readonly<Record<number, PurchaseOrderStatus>> = {
  0: 0,
  5: 1,
  20: 1,
  30: 2,
  50: 1,
  500: 3,
};

/** @returns whether an order shows the status under a number of the wire */
export function hasWireStatus({ status }: PurchaseOrder, wanted: number): boolean {
  return wireStatus[status] === wanted;
}

const head = {
  Status: {
    read: (order: PurchaseOrder) => wireStatus[order.status],
    write: (value: unknown) => ({ status: domainStatus[Number(value)] }),
  },
};

/** Purchase orders in v2. */
export const purchasingViewsV2: ViewTable = {
  'Purchasing.PurchaseOrder': view<PurchaseOrder>({
    ...head,
    PurchaseOrderId: 'id',
    OrderNumber: 'number',
    ExternalOrderNumber: 'externalNumber',
    RequestedDeliveryDate: 'deliveryDate',
    InternalComment: 'note',
    IsConfirmed: (order) => order.lineItems.every((line) => line.isLineItemConfirmed),
    SupplierName: (order, { data }) => data.of('supplier').get(order.supplierId)?.name,
  }),
  'Purchasing.UpdatePurchaseOrder': view<PurchaseOrder>(head),
  PurchaseOrders_UpdateRequest: view({
    InternalComment: 'note',
    ExternalOrderNumber: 'externalNumber',
    RequestedDeliveryDate: 'deliveryDate',
    ReferenceOrderNumber: { read: () => undefined, write: false },
    IsConfirmed: { read: () => undefined, write: false },
  }),
  PurchaseOrders_CreateRequest: view({
    Items: 'lineItems',
    RequestedDeliveryDate: 'deliveryDate',
    ExternalOrderNumber: 'externalNumber',
  }),
  'PurchaseOrders_CreateRequest.DeliveryAddress': view({
    Salutation: 'formOfAddress',
    CompanyName: 'company',
    AdditionalCompanyLine: 'company2',
    AdditionalAddressLine: 'address2',
    FaxNumber: 'fax',
  }),
  'PurchaseOrders_CreateRequest.Item': view({
    VatRatePercentage: 'taxRate',
    SupplierItemNumber: { read: () => undefined, write: false },
  }),
};
