import type { StockChange } from '../../stock/schema/stock.ts';
import type { TaxZone } from '../../master-data/schema/master.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { countryOf, taxFor } from '../../pricing/operations/tax-rates.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';

/** Stock, purchasing and taxes as 2.1 and 2.2 add them. */
export const laterLogisticsViewsV2: V2Views = {
  'Tax.CreateTaxClass': v2View<'Tax.CreateTaxClass'>({ IsStandard: 'isDefault' }),
  'Tax.TaxClassWithTaxRate': v2View<'Tax.TaxClassWithTaxRate'>({ IsStandard: 'isDefault' }),
  'Tax.TaxZone': v2View<'Tax.TaxZone', TaxZone>({
    Countries: (zone, { data }) => zone.countryIsos.map((iso) => ({ zone, country: countryOf(data, iso) })),
  }),
  'Tax.TaxZoneCountry': v2View<
    'Tax.TaxZoneCountry',
    { zone: TaxZone; country: { iso: string; name: string } }
  >({
    CountryIso: 'country.iso',
    Name: 'country.name',
    TaxRates: ({ zone, country }, { data }) => ratesOf(data, zone, country.iso),
  }),
  'Inventory.ItemStock': v2View<'Inventory.ItemStock'>({
    QuantityTotal: 'total',
    QuantityAvailable: 'available',
    QuantityReserved: 'reserved',
    QuantityInPickingLists: 'inPickLists',
    QuantityLockedForShipment: 'lockedForShipment',
    QuantityLockedForAvailability: 'lockedForAvailability',
  }),
  'Inventory.ReceiveStockTransferLineItem': v2View<'Inventory.ReceiveStockTransferLineItem'>({
    InventoryManagementInformation: 'details',
  }),
  'Inventory.StockMovement': v2View<'Inventory.StockMovement', StockChange>({
    ArticleNumber: (change, { data }) => data.of('item').get(change.itemId)?.sku,
    ArticleName: (change, { data }) => data.of('item').get(change.itemId)?.name,
    BestBeforeDate: 'shelfLifeExpirationDate',
    SerialNumber: (change) => change.serialNumbers[0],
    SerialNumberCount: (change) => change.serialNumbers.length,
    SourceBinLocation: (change, { data }) => (leaves(change) ? binName(data, change) : undefined),
    TargetBinLocation: (change, { data }) => (leaves(change) ? undefined : binName(data, change)),
    Timestamp: 'changedDate',
  }),
  'Delivery.ShipOrder': v2View<'Delivery.ShipOrder'>({
    PicklistId: 'pickListId',
    UserId: { read: () => undefined, write: false },
  }),
  'Delivery.ShipOrderPackage': v2View<'Delivery.ShipOrderPackage'>({
    // The names of an older 2.1 mean the same.
    Cartons: { read: () => undefined, write: (value) => ({ packagingMaterials: value }) },
    CartonBinLocationId: {
      read: () => undefined,
      write: (value) => ({ packagingMaterialLocationId: value }),
    },
    PackagingMaterialBinLocationId: 'packagingMaterialLocationId',
  }),
  'Delivery.ShipOrderPosition': v2View<'Delivery.ShipOrderPosition'>({
    PicklistPositionId: 'pickListPositionId',
    ItemId: { read: () => undefined, write: false },
  }),
};

function leaves(change: StockChange): boolean {
  return change.quantity.startsWith('-');
}

function binName(data: TenantData, change: StockChange): string | undefined {
  return data.of('storageLocation').get(change.storageLocationId)?.name;
}

/** The rates of a sale to a private customer in the country. */
function ratesOf(data: TenantData, zone: TaxZone, countryIso: string): object[] {
  const departureCountryIso = data.get('company', zone.companyId).countryIso ?? 'DE';
  return [...data.of('taxClass').values()].map((taxClass) => ({
    taxClassId: taxClass.id,
    taxClassName: taxClass.name,
    rate: taxFor(data, {
      taxClassId: taxClass.id,
      companyId: zone.companyId,
      departureCountryIso,
      shipmentCountryIso: countryIso,
    }).rate,
  }));
}
