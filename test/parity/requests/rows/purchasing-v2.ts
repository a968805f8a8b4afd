import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { suppliedLine } from '../../../contract/preparations.ts';
import { fieldOf } from '../../../contract/arrangement-context.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { noPage } from '../values.ts';
import { someKey } from './item-parts-v2.ts';

const deliveryDate = '2027-03-04T00:00:00.000Z';

const supplier = (scene: Scene): Record<string, unknown> => ({
  companyName: 'Lieferant 1',
  currencyIso: 'CHF',
  languageIso: 'EN',
  defaultCompanyId: someKey(scene, 'FirmaKey'),
  defaultWarehouseId: packKey('WarenlagerKey', scene.client.row('warehouse', (one) => one.id > 1).id),
  supplierNumber: 'L-77002',
  contact: {
    emailAddress: 'einkauf@kai.example',
    phoneNumber: '030 3',
    phoneExtension: '4',
    faxNumber: '030 5',
    contactName: 'Kontakt 6',
  },
  status: 'INACTIVE',
  canDropship: true,
  supplierAccountNumber: 'KD-7',
  creditorNumber: 70008,
  vatId: 'ATU12345678',
  freightCostAmount: 9.5,
  minimumOrderValueAmount: 110.5,
  smallQuantitySurchargeAmount: 11.5,
  cashDiscountPercentage: 2.5,
  cashDiscountDays: 13,
  paymentTermInDays: 34,
  freeShippingThresholdAmount: 250.5,
  deliveryTimeInDays: 16,
  website: 'https://lieferant.example',
  deliveryConditionNote: 'Lieferbedingung 17',
  comment: 'Bemerkung 18',
  isVatExempt: true,
  isExcludedFromPurchaseList: true,
  allowsDropshipCashOnDelivery: true,
  allowsDropshipFreeLineItems: true,
  vatFreePositionThresholdAmount: 19.5,
});
const address = {
  street: 'Straße 21',
  postalCode: '10022',
  city: 'Ort 23',
  countryIso: 'AT',
  salutation: 'Frau',
  firstName: 'Vorname 24',
  lastName: 'Nachname 25',
  additionalCompanyLine: 'Zusatz 26',
  additionalAddressLine: 'Adresszusatz 27',
  state: 'Land 28',
};
/** REST has the other fields under the names of an older shape. */
const inDetail = {
  companyname: true,
  suppliernumber: true,
  contact: true,
  supplieraccountnumber: true,
  address: true,
  currencyiso: true,
  languageiso: true,
  status: true,
  candropship: true,
  creditornumber: true,
} as const;
const inRest = {
  defaultcompanyid: true,
  defaultwarehouseid: true,
  vatid: true,
  freightcostamount: true,
  minimumordervalueamount: true,
  smallquantitysurchargeamount: true,
  cashdiscountpercentage: true,
  cashdiscountdays: true,
  paymenttermindays: true,
  freeshippingthresholdamount: true,
  deliverytimeindays: true,
  website: true,
  deliveryconditionnote: true,
  comment: true,
  isvatexempt: true,
  isexcludedfrompurchaselist: true,
  allowsdropshipcashondelivery: true,
  allowsdropshipfreelineitems: true,
  vatfreepositionthresholdamount: true,
} as const;
const supplierReads: Read[] = [
  { by: 'v2 GET /suppliers/{supplierId}', only: inRest },
  { by: { query: 'GetSupplierById', key: 'LieferantKey', argument: 'supplierId' }, only: inDetail },
];

const itemLine = (scene: Scene): Record<string, unknown> => {
  const supplierId = scene.client.row('supplier').id;
  const item = scene.client.row('item', (one) => one.suppliers.some((own) => own.supplierId === supplierId));
  return { itemId: packKey('ArtikelKey', item.id), quantity: 7 };
};
const lineReads: Read[] = [
  {
    by: 'v2 GET /purchase-orders/{purchaseOrderId}',
    names: { '': 'lineitems', vatratepercentage: 'lineitems.taxrate' },
  },
];

const suppliedItem = (scene: Scene): unknown => fieldOf(suppliedLine.body!(scene, scene.values), 'itemid');

export const purchasingV2: RequestRow[] = [
  {
    operation: 'v2 POST /suppliers',
    minimal: () => ({ companyName: 'Lieferant 2', currencyIso: 'EUR', languageIso: 'DE' }),
    full: (scene) => ({ ...supplier(scene), address }),
    reads: supplierReads,
  },
  {
    operation: 'v2 PATCH /suppliers/{supplierId}',
    minimal: () => ({}),
    full: supplier,
    reads: supplierReads,
  },
  {
    operation: 'v2 POST /purchase-orders',
    minimal: (scene) => ({
      supplierId: someKey(scene, 'LieferantKey'),
      requestedDeliveryDate: deliveryDate,
      items: [itemLine(scene)],
    }),
    full: (scene) => ({
      supplierId: someKey(scene, 'LieferantKey'),
      requestedDeliveryDate: deliveryDate,
      externalOrderNumber: 'EB-31',
      items: [
        {
          ...itemLine(scene),
          netPurchasePriceAmount: 3.5,
          vatRatePercentage: 7,
          note: 'Position 1',
          supplierItemNumber: 'LA-2',
          deliveryDate: '2027-03-05T00:00:00.000Z',
        },
      ],
      deliveryAddress: {
        ...address,
        title: 'Dr.',
        companyName: 'Firma 29',
        phoneNumber: '030 31',
        faxNumber: '030 32',
        mobilePhoneNumber: '0170 33',
        emailAddress: 'lager@kai.example',
      },
    }),
    reads: [
      {
        by: 'v2 GET /purchase-orders/{purchaseOrderId}',
        names: { items: 'lineitems', 'items.vatratepercentage': 'lineitems.taxrate' },
        hidden: { deliveryaddress: noPage },
      },
    ],
  },
  {
    operation: 'v2 PATCH /purchase-orders/{purchaseOrderId}',
    minimal: () => ({}),
    full: (scene) => ({
      warehouseId: packKey('WarenlagerKey', scene.client.row('warehouse', (one) => one.id > 1).id),
      externalNumber: 'EB-41',
      externalOrderNumber: 'EB-41',
      referenceOrderNumber: 'RB-43',
      deliveryDate,
      requestedDeliveryDate: deliveryDate,
      note: 'Notiz 42',
      internalComment: 'Notiz 42',
      isConfirmed: true,
      status: 20,
    }),
    reads: [
      { by: 'v2 GET /purchase-orders/{purchaseOrderId}' },
      {
        by: { query: 'GetPurchaseOrderById', key: 'LieferantenBestellungKey', argument: 'purchaseOrderId' },
        names: {
          externalnumber: 'externalordernumber',
          deliverydate: 'requesteddeliverydate',
          note: 'internalcomment',
        },
      },
    ],
  },
  {
    operation: 'v2 POST /purchase-orders/{purchaseOrderId}/line-items',
    minimal: (scene) => ({
      itemId: suppliedItem(scene),
      quantity: 2,
      netPurchasePriceAmount: 3.5,
      vatRatePercentage: 19,
    }),
    full: (scene) => ({
      itemId: suppliedItem(scene),
      name: 'Position 51',
      sku: 'SKU-52',
      quantity: 53,
      netPurchasePriceAmount: 4.5,
      taxRate: 7,
      deliveryDate,
      note: 'Notiz 54',
      vatRatePercentage: 7,
      supplierItemNumber: 'LA-55',
    }),
    reads: lineReads,
  },
  {
    operation: 'v2 PATCH /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}',
    minimal: () => ({}),
    full: () => ({
      quantity: 63,
      netPurchasePriceAmount: 6.5,
      deliveryDate,
      note: 'Notiz 64',
      confirmedQuantity: 61,
      confirmedDeliveryDate: '2027-03-06T00:00:00.000Z',
      confirmedPrice: 6.25,
      isLineItemConfirmed: true,
    }),
    reads: lineReads,
  },
];
