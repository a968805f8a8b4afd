import { otherItem, plainItem } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

export const channel = '2-1-1';
export const id = ({ client }: Scene, kind: string): number => client.idOfKind(kind) ?? 0;

function item(scene: Scene): Record<string, unknown> {
  return {
    SKU: 'SKU-77007',
    ManufacturerId: id(scene, 'HerstellerKey'),
    Categories: [{ CategoryId: id(scene, 'KategorieKey') }],
    Name: 'Artikel 1',
    Description: 'Artikel lang 2',
    ShortDescription: 'Artikel kurz 3',
    Identifiers: {
      Gtin: '4012345000023',
      ManufacturerNumber: 'HAN-4',
      ISBN: '9783161484100',
      UPC: '012345678905',
      AmazonFnsku: 'X000000001',
      Asins: ['B000000007', 'B000000008'],
      OwnIdentifier: 'Eigen-5',
    },
    Components: [{ ItemId: otherItem(scene.client), Quantity: 2.5, SortNumber: 3 }],
    ItemPriceData: {
      SalesPriceNet: 21.5,
      SuggestedRetailPrice: 32.5,
      PurchasePriceNet: 13.5,
      EbayPrice: 24.5,
      AmazonPrice: 25.5,
    },
    ActiveSalesChannels: [channel],
    SortNumber: 61,
    Annotation: 'Notiz 62',
    ReleasedOnDate: '2026-06-07T00:00:00.000Z',
    StorageOptions: {
      InventoryManagementActive: true,
      SplitQuantity: true,
      GlobalMinimumStockLevel: 8.5,
      Buffer: 7,
      SerialNumberItem: true,
      SerialNumberTracking: true,
      SubjectToShelfLifeExpirationDate: true,
      SubjectToBatchItem: true,
      ProcurementTime: 14,
      DetermineProcurementTimeAutomatically: true,
      AdditionalHandlingTime: 2,
    },
    CountryOfOrigin: 'AT',
    ConditionId: id(scene, 'ZustandKey'),
    ShippingClassId: id(scene, 'VersandklasseKey'),
    ProductGroupId: id(scene, 'WarengruppeKey'),
    TaxClassId: scene.client.row('taxClass', (one) => one.id > 1).id,
    Dimensions: { Length: 2.5, Width: 5.5, Height: 1.5 },
    Weights: { ItemWeigth: 4.5, ShippingWeight: 3.5 },
    AllowNegativeStock: true,
    Quantities: {
      MinimumOrderQuantity: 3,
      MinimumPurchaseQuantityForCustomerGroup: [
        {
          CustomerGroupId: id(scene, 'KundenGruppeKey'),
          PermissibleOrderQuantity: 6,
          MinimumPurchaseQuantity: 5,
          IsActive: true,
        },
      ],
      PermissibleOrderQuantity: 4,
    },
    DangerousGoods: { UnNumber: '1263', HazardNo: '33' },
    Taric: '62034231',
    SearchTerms: 'suche zelt',
    PriceListActive: true,
    IgnoreDiscounts: true,
    AvailabilityId: id(scene, 'LieferstatusKey'),
  };
}
const withoutPerson = {
  responsiblepersonid: 'the tenant has no such person, and no operation creates one',
};
const itemReads: Read[] = [
  { by: 'v1 GET /items/{itemId}' },
  {
    by: 'v2 GET /items/{itemid}/identifiers',
    only: { identifiers: true, dangerousgoods: true, taric: true },
    names: {
      identifiers: '',
      dangerousgoods: '',
      'identifiers.asins': 'itemasins.asin',
      'dangerousgoods.hazardno': 'hazardnumber',
    },
  },
];

const workOfItem = ({ client }: Pick<Scene, 'client'>): Record<string, string> => ({
  itemid: String(plainItem(client)),
});

export const itemsV1: RequestRow[] = [
  {
    operation: 'v1 POST /items',
    minimal: () => ({ Name: 'Nur ein Name', Categories: [] }),
    full: item,
    without: withoutPerson,
    reads: [{ by: 'answer' }, ...itemReads],
  },
  {
    operation: 'v1 PATCH /items/{itemId}',
    values: workOfItem,
    minimal: () => ({}),
    full: (scene) => ({
      ...item(scene),
      ConditionId: undefined,
      StorageOptions: {
        GlobalMinimumStockLevel: 8.5,
        Buffer: 7,
        SerialNumberTracking: true,
        ProcurementTime: 14,
        DetermineProcurementTimeAutomatically: true,
        AdditionalHandlingTime: 2,
      },
    }),
    without: withoutPerson,
    reads: [{ by: 'answer' }, ...itemReads],
  },
];
