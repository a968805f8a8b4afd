import { packKey } from '../../src/wawi/contract/keys.ts';
import { itemLine, openOrder, otherItem } from './fixture-rows.ts';
import type { TenantClient } from './tenant-client.ts';

/**
 * Parts of bodies that are valid only with existing entities, or that have the same meaning as another part: an item is
 * not a component of itself, a variation is changed only where it is, an image is shown only if it exists, the standard
 * address among the additional ones is the customer's own, a calculated line has a net or a gross price.
 */
export const wholeBodies: Readonly<Record<string, (client: TenantClient) => unknown>> = {
  'v1 PATCH /items/{itemId}': (client) => ({ Components: [{ ItemId: otherItem(client), Quantity: 1 }] }),
  'v2 PATCH /items/{itemid}/bom': (client) => ({
    Items: [{ ItemId: packKey('ArtikelKey', otherItem(client)), Amount: 1 }],
  }),
  'v2 PATCH /items/{itemid}': () => ({ Images: undefined, Variations: undefined, Bom: undefined }),
  'v2 PATCH /items/{itemid}/variations': () => ({ Variations: undefined, VariationKombinations: undefined }),
  'v2 POST /itemdetails/create': () => ({
    Images: undefined,
    Descriptions: {
      DefaultDescriptions: [
        { LanguageIso: 'DE', DescriptionData: { ItemName: 'Zelt', Description: 'Grün' } },
      ],
      PlatformDescriptions: [
        {
          PlatformId: packKey('PlattformKey', 2),
          LanguageIso: 'EN',
          DescriptionData: { ItemName: 'Tent', Description: 'Green' },
        },
      ],
    },
  }),
  'v2 PATCH /itemdetails/change': () => ({ Images: undefined }),
  'v2 PATCH /sales-orders/{salesOrderId}': (client) => ({
    LineItems: [
      {
        Id: packKey('VerkaufAuftragPositionKey', itemLine(openOrder(client)).id),
        Quantity: 2,
        Name: 'Muster',
      },
    ],
  }),
  'v2 POST /items': () => ({
    Images: undefined,
    Descriptions: undefined,
    Identifiers: undefined,
    Attributes: undefined,
  }),
  'v2 POST /sales-orders/calculate': () => ({ Changes: undefined }),
  'v2 POST /sales-orders/calculate-sales-entity': () => ({ Changes: undefined }),
  'v2 POST /sales-quotations': () => ({ UseBillingAddressAsShipmentAddress: false }),
  'v2 POST /salesquotation/create': () => ({ SalesQuotationNumber: undefined }),
  'v2 POST /wawiapp/customers': () => ({ Fields: undefined, AdditionalAddresses: undefined }),
  'v2 PATCH /wawiapp/customers/{customerId}': () => ({ Fields: undefined }),
};
