import { subtract, type Decimal } from '../../../store/values/decimal.ts';
import type { Stock, StockChange, StorageLocation, Warehouse } from '../schema/stock.ts';
import type { WarehouseZone } from '../schema/wms.ts';
import { statusOf, typeOf } from '../rules/bin-locations.ts';
import { serialNumbersIn } from '../operations/stock-postings.ts';
import { quantityInPickLists } from '../rules/stock.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';

/** The quantity of a place that open pick lists have yet to pick. */
function reserved(stock: Stock, data: TenantData): Decimal {
  return quantityInPickLists(stock, data.of('pickListPosition').where('itemId', stock.itemId));
}

function placeName({ storageLocationId }: StockChange, data: TenantData): string | undefined {
  return data.of('storageLocation').get(storageLocationId)?.name;
}

/** The fields of version 2.1 for stock, bin locations and picking. */
export const laterStockViewsGraphql: TypeViews = {
  QueryStock: typeView<'QueryStock', Stock>({
    stockEntryId: 'id',
    binLocationId: 'storageLocationId',
    articleId: 'itemId',
    availableQuantity: (stock, { data }) => subtract(stock.quantity, reserved(stock, data)),
    reservedQuantity: (stock, { data }) => reserved(stock, data),
    bestBeforeDate: 'shelfLifeExpirationDate',
    // A row has one serial number at most; of several pieces none stands for all.
    serialNumber: (stock, { data }) => {
      const serials = serialNumbersIn(data, stock);
      return serials.length === 1 ? serials[0] : '';
    },
  }),
  BinLocationListItem: typeView<'BinLocationListItem', StorageLocation>({
    binLocationId: 'id',
    status: (location) => statusOf(location),
    type: (location) => typeOf(location),
    sort: 'sortNumber',
  }),
  WarehouseZoneListItem: typeView<'WarehouseZoneListItem', WarehouseZone>({ zoneId: 'id' }),
  WarehouseDeliveryAddress: typeView<'WarehouseDeliveryAddress', Warehouse>({
    companyName: 'address.company',
    street: 'address.street',
    additionalAddressLine: 'address.address2',
    postalCode: 'address.postalCode',
    city: 'address.city',
    state: 'address.state',
    countryIso: 'address.countryIso',
    contactSalutation: 'address.formOfAddress',
    contactFirstName: 'address.firstName',
    contactLastName: 'address.lastName',
    phoneNumber: 'address.phoneNumber',
    faxNumber: 'address.fax',
    emailAddress: 'address.emailAddress',
  }),
  StockMovementHistoryItem: typeView<'StockMovementHistoryItem', StockChange>({
    articleNumber: (change, { data }) => data.of('item').get(change.itemId)?.sku,
    articleName: (change, { data }) => data.of('item').get(change.itemId)?.name,
    bestBeforeDate: 'shelfLifeExpirationDate',
    serialNumber: (change) => change.serialNumbers[0],
    serialNumberCount: (change) => change.serialNumbers.length,
    sourceBinLocation: (change, { data }) =>
      Number(change.quantity) < 0 ? placeName(change, data) : undefined,
    targetBinLocation: (change, { data }) =>
      Number(change.quantity) < 0 ? undefined : placeName(change, data),
    timestamp: 'changedDate',
  }),
};
