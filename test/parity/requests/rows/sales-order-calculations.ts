import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { without } from '../../../../src/wawi/store/values/merge.ts';
import { hasMail, otherItem } from '../../../contract/fixture-rows.ts';
import type { RequestRow, Scene } from '../request-row.ts';

const head = ({ client }: Scene): Record<string, unknown> => ({
  companyId: packKey('FirmaKey', client.row('company').id),
  customerId: packKey('KundeKey', client.row('customer', hasMail).id),
  shippingMethodId: packKey('VersandartKey', 1),
  currencyIso: 'CHF',
  currencyFactor: 1.25,
  departureCountryIso: 'DE',
  departureCountryStateCode: 'BY',
  extraWeight: 0.5,
});
const line = ({ client }: Scene, syncNumber: number): Record<string, unknown> => ({
  syncNumber,
  quantity: 3,
  itemId: packKey('ArtikelKey', otherItem(client)),
});

export const salesOrderCalculations: RequestRow[] = [
  {
    operation: 'v2 POST /sales-orders/calculate',
    minimal: (scene) => ({ calculateSalesOrderRequest: head(scene) }),
    full: (scene) => ({
      calculateSalesOrderRequest: {
        ...head(scene),
        lineItems: [
          {
            ...line(scene, 11),
            salesPriceNet: 12.5,
            discountPercent: 10,
            taxClassId: packKey('SteuerklasseKey', 1),
          },
          { ...line(scene, 12), salesPriceGross: 14.5 },
          { ...line(scene, 13), parentSyncNumber: 11 },
        ],
        specialTaxTreatment: 0,
        taxReference: 0,
      },
      changes: [
        {
          ...without(
            head(scene),
            'currencyIso',
            'currencyFactor',
            'departureCountryIso',
            'departureCountryStateCode',
            'extraWeight',
          ),
          lineItemChanges: {
            create: [
              {
                ...line(scene, 14),
                salesPriceNet: 5.5,
                discountPercent: 20,
                taxClassId: packKey('SteuerklasseKey', 1),
              },
              { ...line(scene, 15), salesPriceGross: 6.5, parentSyncNumber: 14 },
            ],
            update: [
              {
                syncNumber: 11,
                quantity: 4,
                salesPriceNet: 13.5,
                discountPercent: 15,
                taxClassId: packKey('SteuerklasseKey', 1),
              },
              { syncNumber: 12, salesPriceGross: 15.5 },
            ],
            delete: [13],
          },
        },
      ],
    }),
    without: { 'calculatesalesorderrequest.shopid': 'the tenant has no shop that prices by itself' },
    reads: [
      {
        by: 'answer',
        only: { 'changes.lineitemchanges.create': true, 'changes.lineitemchanges.update': true },
        names: {
          'changes.lineitemchanges.create': 'lineitems',
          'changes.lineitemchanges.update': 'lineitems',
        },
      },
    ],
  },
  {
    operation: 'v2 POST /sales-orders/calculate-sales-entity',
    minimal: (scene) => ({ calculateSalesEntityRequest: head(scene) }),
    full: (scene) => ({
      calculateSalesEntityRequest: {
        ...head(scene),
        vatId: 'DE123456789',
        lineItems: [
          {
            ...line(scene, 11),
            taxClassId: packKey('SteuerklasseKey', 1),
            taxCodeId: packKey('SteuerschluesselKey', 1),
            taxRate: 19,
            totalSalesPriceNet: 37.5,
            totalSalesPriceGross: 44.63,
            salesPriceNet: 12.5,
            discountPercent: 10,
          },
          {
            ...line(scene, 12),
            parentSyncNumber: 11,
            taxRate: 19,
            totalSalesPriceNet: 3,
            totalSalesPriceGross: 3.57,
          },
        ],
      },
      changes: [
        {
          ...head(scene),
          lineItemChanges: {
            create: [line(scene, 14)],
            update: [
              {
                syncNumber: 11,
                quantity: 4,
                salesPriceNet: 13.5,
                discountPercent: 15,
                taxClassId: packKey('SteuerklasseKey', 1),
              },
              { syncNumber: 12, salesPriceGross: 15.5 },
            ],
            delete: [99],
          },
        },
      ],
    }),
    without: { 'calculatesalesentityrequest.shopid': 'the tenant has no shop that prices by itself' },
    reads: [
      {
        by: 'answer',
        only: { 'changes.lineitemchanges.create': true, 'changes.lineitemchanges.update': true },
        names: {
          'changes.lineitemchanges.create': 'lineitems',
          'changes.lineitemchanges.update': 'lineitems',
        },
      },
    ],
  },
];
