import type { TenantData } from '../../../store/tenant-data.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { Company } from '../../master-data/schema/master.ts';
import type { Warehouse } from '../../stock/schema/stock.ts';
import { packagesOf } from '../operations/delivery-notes.ts';
import type { ShippedOrder } from '../operations/ship-order.ts';
import { trackingUrl } from '../rules/tracking.ts';
import type { DeliveryNote, ShipmentPackage } from '../schema/logistics.ts';
import { weightOf, type PackageOrderData } from '../operations/packages.ts';

/** Delivery notes and packages as GraphQL types have them. */
export const deliveryViewsGraphql: TypeViews = {
  DeliveryNote: typeView<'DeliveryNote', DeliveryNote>({
    packages: (note, { data }) => packagesOf(data, note.id),
  }),
  DeliveryNotePackage: typeView<'DeliveryNotePackage', ShipmentPackage>({
    trackingID: 'trackingId',
    trackingNumber: 'trackingId',
    weights: 'weight',
    shippingDate: 'shippedDate',
    trackingUrl: (parcel, { data }) =>
      trackingUrl(data.of('shippingMethod').get(parcel.shippingMethodId ?? 0)?.name, parcel.trackingId),
  }),
  Package: typeView<'Package', ShipmentPackage>({
    shippingDate: 'shippedDate',
    trackingNumber: 'trackingId',
  }),
  ShipOrderResponse: typeView<'ShipOrderResponse', ShippedOrder>({
    deliveryNotes: ({ note, packages }) => [{ ...note, packages }],
  }),
  // Package ids as texts are those of shipping preparation, which needs a licence of its own.
  ShippedPackage: typeView<'ShippedPackage', ShipmentPackage>({
    packageId: () => undefined,
    isShipped: ({ shippedDate }) => shippedDate !== undefined,
  }),
  DeliveryNoteItem: typeView<'DeliveryNoteItem'>({ createdAt: 'deliveryNoteDate' }),
  OrderDataItem: typeView<'OrderDataItem', PackageOrderData>({
    id: ({ parcel }) => String(parcel.id),
    totalWeight: (order) => weightOf(order),
    orderId: 'note.salesOrderId',
    companyId: 'company.id',
    warehouseId: 'warehouse.id',
    companyAddress: 'company',
    warehouseAddress: 'warehouse',
    deliveryNotes: ({ note }) => [note],
  }),
  ShippingAddress: typeView<'ShippingAddress', Address>({
    salutation: 'formOfAddress',
    zipCode: 'postalCode',
    country: (address, { data }) => countryName(data, address.countryIso),
    phone: 'phoneNumber',
    addressSupplement: 'address2',
    addressSupplement2: 'company2',
    mobile: 'mobilePhoneNumber',
    mail: 'emailAddress',
    iso: 'countryIso',
    // Goods that leave the EU need papers.
    customsDocumentsRequired: ({ countryIso = 'DE' }, { data }) =>
      data.of('country').findUnique('iso', countryIso)?.isEu === false,
  }),
  CompanyAddress: typeView<'CompanyAddress', Company>({
    entrepreneur: 'owner',
    zipCode: 'postalCode',
    country: (company, { data }) => countryName(data, company.countryIso),
    mail: 'emailAddress',
    iso: 'countryIso',
  }),
  WarehouseAddress: typeView<'WarehouseAddress', Warehouse>({
    shortcut: 'code',
    street: 'address.street',
    zipCode: 'address.postalCode',
    city: 'address.city',
    country: (warehouse, { data }) => countryName(data, warehouse.address.countryIso),
    phone: 'address.phoneNumber',
    mail: 'address.emailAddress',
    addressSupplement: 'address.address2',
  }),
  PackageContent: typeView<'PackageContent'>({
    id: 'itemId',
    number: 'sku',
    contentType: () => 'Item',
    amount: 'quantity',
  }),
};

function countryName(data: TenantData, iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : data.of('country').findUnique('iso', iso)?.name;
}
