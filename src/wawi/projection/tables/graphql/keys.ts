/** Which kind of key an `ID` field holds, by the field's name; `id` itself by the type that has it. */
const kindByField: Readonly<Record<string, string>> = {
  itemId: 'ArtikelKey',
  parentItemId: 'ArtikelKey',
  companyId: 'FirmaKey',
  customerId: 'KundeKey',
  customerGroupId: 'KundenGruppeKey',
  customerCategoryId: 'KundenKategorieKey',
  salesOrderId: 'VerkaufAuftragKey',
  salesInvoiceId: 'RechnungKey',
  categoryId: 'KategorieKey',
  manufacturerId: 'HerstellerKey',
  supplierId: 'LieferantKey',
  productGroupId: 'WarengruppeKey',
  shippingClassId: 'VersandklasseKey',
  shippingMethodId: 'VersandartKey',
  paymentMethodId: 'ZahlungsartKey',
  taxClassId: 'SteuerklasseKey',
  warehouseId: 'WarenlagerKey',
  storageLocationId: 'WarenLagerPlatzKey',
};

const kindOfIdByType: Readonly<Record<string, string>> = {
  ItemListItem: 'ArtikelKey',
  ItemdetailsItem: 'ArtikelKey',
  CustomerListItem: 'KundeKey',
  SalesOrderListItem: 'VerkaufAuftragKey',
};

/** @returns the kind of key in a type's field, or undefined for ids that are opaque text */
export function keyKindOf(type: string, field: string): string | undefined {
  return field === 'id' ? kindOfIdByType[type] : kindByField[field];
}
