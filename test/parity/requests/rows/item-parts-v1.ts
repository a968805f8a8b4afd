import { plainItem } from '../../../contract/fixture-rows.ts';
import { onePixel } from '../../../contract/samples.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { eventOf } from './customers-v1.ts';
import { channel, id } from './items-v1.ts';

const text = {
  Name: 'Kanal Name',
  Description: 'Kanal lang',
  ShortDescription: 'Kanal kurz',
  SeoPath: 'kanal-pfad',
  SeoMetaDescription: 'Kanal Meta',
  SeoTitleTag: 'Kanal Titel',
  SeoMetaKeywords: 'Kanal Wörter',
};
const textReads: Read[] = [
  { by: 'v1 GET /items/{itemId}/descriptions', row: (one) => one['Name'] === 'Kanal Name' },
  {
    by: 'v2 GET /items/{itemid}/descriptions',
    at: ({ values }) => values['itemid'],
    names: {
      '': 'saleschanneldescriptions.descriptiondata',
      name: 'saleschanneldescriptions.descriptiondata.itemname',
      seopath: 'saleschanneldescriptions.descriptiondata.urlpath',
      seometadescription: 'saleschanneldescriptions.descriptiondata.metadescription',
      seotitletag: 'saleschanneldescriptions.descriptiondata.titletag',
      seometakeywords: 'saleschanneldescriptions.descriptiondata.metakeywords',
      languageiso: 'saleschanneldescriptions.languageid',
      saleschannelid: 'saleschanneldescriptions.saleschannelid',
    },
  },
];

const supplierFields = {
  Sku: 'LA-2',
  ItemName: 'Lieferantenartikel 1',
  IsStandard: true,
  PurchasePriceNet: 11.25,
  TaxRate: 7,
  MinimumPurchaseQuantity: 4,
  PermissibleOrderQuantity: 9.5,
  DeliveryTime: 5,
  UseSupplierDeliveryTime: true,
  Stocklevel: 31.5,
  IsDropshipping: true,
  MergeStockLevel: true,
  Comment: 'Bemerkung 7',
  PackagingUnit: 'Palette 6',
  AmountPackagingUnit: 48.5,
  ScalePrices: [
    { FromQuantity: 10, PurchasePriceNet: 10.75 },
    { FromQuantity: 20, ReduceStandardPriceByPercent: 12.5 },
  ],
};
const supplierReads: Read[] = [
  { by: 'v1 GET /items/{itemId}/suppliers', row: (one) => one['Sku'] === 'LA-2' },
];
const freeSupplier = ({ client }: Scene): number => {
  const taken = client.data.get('item', plainItem(client)).suppliers.map((one) => one.supplierId);
  return client.row('supplier', (one) => !taken.includes(one.id)).id;
};

const translations = [{ LanguageIso: 'EN', Name: 'Übersetzung 82' }];
const price = { NetPrice: 17.25 };
const priceReads = (path: 'customerPrices' | 'salesChannelPrices'): Read[] => [
  {
    by: `v1 GET /items/{itemId}/${path}`,
    row: (one) => one['NetPrice'] === 17.25,
  },
];
const eitherPrice = {
  reducestandardpricebypercent: 'a price is an amount or a reduction; this one is an amount',
};
export const itemPartsV1: RequestRow[] = [
  {
    operation: 'v1 POST /items/{itemId}/customerPrices',
    minimal: (scene) => ({ CustomerId: id(scene, 'KundeKey'), FromQuantity: 1 }),
    full: (scene) => ({ CustomerId: id(scene, 'KundeKey'), FromQuantity: 6, ...price }),
    without: eitherPrice,
    reads: [{ by: 'answer' }, ...priceReads('customerPrices')],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/customerPrices/{customerId}/{fromQuantity}',
    minimal: () => ({}),
    full: () => price,
    without: eitherPrice,
    reads: priceReads('customerPrices'),
  },
  {
    operation: 'v1 POST /items/{itemId}/salesChannelPrices',
    minimal: () => ({ SalesChannelId: channel }),
    full: (scene) => ({
      SalesChannelId: channel,
      CustomerGroupId: id(scene, 'KundenGruppeKey'),
      FromQuantity: 6,
      ...price,
    }),
    without: eitherPrice,
    reads: [{ by: 'answer' }, ...priceReads('salesChannelPrices')],
  },
  {
    operation:
      'v1 PATCH /items/{itemId}/salesChannelPrices/{salesChannelId}/{customerGroupId}/{fromQuantity}',
    minimal: () => ({}),
    full: () => price,
    without: eitherPrice,
    reads: priceReads('salesChannelPrices'),
  },
  {
    operation: 'v1 PATCH /items/{itemId}/specialprices',
    minimal: () => ({ IsActive: false }),
    full: (scene) => ({
      SpecialPrice: [
        {
          IsActive: true,
          CustomerGroupId: id(scene, 'KundenGruppeKey'),
          NetPrice: 16.25,
          SalesChannelId: channel,
        },
      ],
      IsActive: true,
      StartDate: '2026-07-08T00:00:00.000Z',
      EndDateActive: true,
      EndDate: '2026-08-09T00:00:00.000Z',
      TillAmountActive: true,
      TillAmountInStockSmallerThan: 4,
    }),
    reads: [{ by: 'v1 GET /items/{itemId}/specialprices' }],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/customfields/{customfieldId}',
    minimal: () => ({ Value: 'Wert 1' }),
    full: () => ({ Value: 'Wert 2' }),
    reads: [{ by: 'v1 GET /items/{itemId}/customfields', row: (one) => one['Value'] === 'Wert 2' }],
  },
  {
    operation: 'v1 POST /items/{itemId}/descriptions',
    minimal: () => ({ Name: 'Nur ein Name', LanguageIso: 'EN', SalesChannelId: channel }),
    full: () => ({ ...text, LanguageIso: 'EN', SalesChannelId: channel }),
    reads: [{ by: 'answer' }, ...textReads],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/descriptions/{salesChannelId}/{languageIso}',
    minimal: () => ({}),
    full: () => text,
    reads: textReads,
  },
  {
    operation: 'v1 POST /items/{itemId}/images',
    minimal: () => ({ ImageData: onePixel, Filename: 'bild-91.png', SalesChannelId: channel }),
    full: () => ({ ImageData: onePixel, Filename: 'bild-92.png', SalesChannelId: channel }),
    reads: [
      {
        by: 'v1 GET /items/{itemId}/images',
        row: (one) => one['Filename'] === 'bild-92.png',
        hidden: { imagedata: 'a list has no contents; GET /items/imagedata/{imageId} gives them' },
      },
    ],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/images/{imageId}',
    minimal: () => ({ SalesChannelId: channel }),
    full: () => ({
      ImageData: onePixel,
      Filename: 'bild-93.png',
      SalesChannelId: channel,
      SortNumber: 4,
    }),
    reads: [
      {
        by: 'v1 GET /items/{itemId}/images',
        row: (one) => one['Filename'] === 'bild-93.png' && one['SalesChannelId'] === channel,
        hidden: { imagedata: 'a list has no contents; GET /items/imagedata/{imageId} gives them' },
      },
    ],
  },
  {
    operation: 'v1 POST /items/{itemId}/suppliers',
    minimal: (scene) => ({ SupplierId: freeSupplier(scene) }),
    full: (scene) => ({ SupplierId: freeSupplier(scene), ...supplierFields }),
    reads: [{ by: 'answer' }, ...supplierReads],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/suppliers/{supplierId}',
    minimal: () => ({}),
    full: () => supplierFields,
    reads: supplierReads,
  },
  {
    operation: 'v1 POST /items/{itemId}/variations',
    minimal: () => ({ Name: 'Variation 80', Type: 1 }),
    full: () => ({ Name: 'Variation 81', Type: 2, Translations: translations }),
    reads: [
      { by: 'answer' },
      { by: 'v1 GET /items/{itemId}/variations', row: (one) => one['Name'] === 'Variation 81' },
    ],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/variations/{variationId}',
    minimal: () => ({}),
    full: () => ({ Name: 'Variation 81', Translations: translations }),
    reads: [{ by: 'v1 GET /items/{itemId}/variations', row: (one) => one['Name'] === 'Variation 81' }],
  },
  {
    operation: 'v1 POST /items/{itemId}/variations/{variationId}/values',
    minimal: () => ({ Name: 'Wert 80' }),
    full: () => ({ Name: 'Wert 81', Translations: translations }),
    reads: [
      { by: 'answer' },
      {
        by: 'v1 GET /items/{itemId}/variations/{variationId}/values',
        row: (one) => one['Name'] === 'Wert 81',
      },
    ],
  },
  {
    operation: 'v1 PATCH /items/{itemId}/variations/{variationId}/values/{variationValueId}',
    minimal: () => ({}),
    full: () => ({ Name: 'Wert 81', Translations: translations }),
    reads: [
      {
        by: 'v1 GET /items/{itemId}/variations/{variationId}/values',
        row: (one) => one['Name'] === 'Wert 81',
      },
    ],
  },
  {
    operation: 'v1 POST /items/{itemId}/workflowEvents',
    minimal: eventOf('item'),
    full: eventOf('item'),
    reads: [],
    unread: 'the event starts workflows, which the entity does not show',
  },
];
