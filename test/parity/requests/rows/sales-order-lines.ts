import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { openOrder, otherItem } from '../../../contract/fixture-rows.ts';
import type { Scene } from '../request-row.ts';

/** The fields that new and changed lines have alike. */
export const line = ({ client }: Scene): Record<string, unknown> => ({
  billOfMaterialsType: 0,
  configurationItemType: 0,
  discount: 10,
  name: 'Position 41',
  note: 'Notiz 44',
  purchasePriceNet: 6.25,
  quantity: 3,
  salesPriceNet: 12.5,
  salesUnit: 'Karton 43',
  taxRate: 19,
  itemId: packKey('ArtikelKey', otherItem(client)),
  taxClassId: packKey('SteuerklasseKey', 1),
  taxCodeId: packKey('SteuerschluesselKey', 1),
});

/** Adds a line with a variant to the order of the path. */
export async function lineWithVariant(
  scene: Pick<Scene, 'client' | 'run'>,
): Promise<{ lineId: string; variantId: string }> {
  const [made] = (await scene.run('v2 POST /sales-orders/{salesOrderId}/line-items', {
    values: { salesorderid: packKey('VerkaufAuftragKey', openOrder(scene.client).id) },
    body: [
      {
        LineItemType: 0,
        Name: 'Vorher',
        Quantity: 1,
        SalesPriceNet: 1,
        Variants: [
          { ...variant(scene), name: 'Farbe vorher', value: 'Blau', surchargeNet: 9, extraWeight: 9 },
        ],
      },
    ],
  })) as { id: string; variants: { id: string }[] }[];
  return { lineId: made?.id ?? '', variantId: made?.variants[0]?.id ?? '' };
}

/** A choice of the item's variation. */
export function variant({ client }: Pick<Scene, 'client'>): Record<string, unknown> {
  const { variations } = client.row('item', (one) => one.variations.length > 0);
  const [{ id, values } = { id: 0, values: [] }] = variations;
  return {
    extraWeight: 0.25,
    name: 'Farbe 46',
    surchargeNet: 1.5,
    value: 'Rot 47',
    itemVariantId: packKey('VariationKey', id),
    itemVariantValueId: packKey('VariationWertKey', values[0]?.id ?? 0),
  };
}
