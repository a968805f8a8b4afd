import type { Item } from '../schema/items.ts';
import type { Variation } from '../schema/variations.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import { alike } from '../../../wire/views/list-fields.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import type { FieldView } from '../../../wire/views/views.ts';

/** @returns the draft of a variation's names; the one in the default language is the variation's own */
export function writtenNames(value: unknown): Draft {
  const all = (value ?? []) as { languageIso: string; name: string }[];
  const own = all.find((one) => one.languageIso.toUpperCase() === defaultLanguage);
  const draft: Draft = { translations: all.filter((one) => one !== own) };
  return own ? { ...draft, name: own.name } : draft;
}

/** Names by language; the one in the default language is the variation's own. */
const names: FieldView<Pick<Variation, 'name' | 'translations'>> = {
  read: ({ name, translations }) => [{ languageIso: defaultLanguage, name }, ...translations],
  write: writtenNames,
};

/** An item's variations, their values, and the children that stand for combinations of them, in v2. */
export const itemVariationViewsV2: V2Views = {
  'Item.ItemVariations': v2View<'Item.ItemVariations', Item>({
    VariationKombinations: {
      read: (item, { data }) => [...data.of('item').where('parentItemId', item.id)],
      write: 'variationCombinations',
    },
  }),
  'Item.VariationKombination': v2View<'Item.VariationKombination'>({
    Variations: 'variationValueIds',
    ItemId: 'id',
  }),
  'Item.UpdateVariationKombination': v2View<'Item.UpdateVariationKombination'>({
    Variations: 'variationValueIds',
  }),
  'Item.Variation': v2View<'Item.Variation'>({
    VariationId: 'id',
    Position: 'sortNumber',
    Descriptions: names,
    VariationType: 'type',
  }),
  'Item.VariationDescription': v2View<'Item.VariationDescription'>({ LanguageId: 'languageIso' }),
  'Item.VariationValue': v2View<'Item.VariationValue'>({
    VariationValueId: 'id',
    Descriptions: names,
    Surcharges: '.',
  }),
  ...alike({
    'Item.UpdateItemVariations': 'Item.ItemVariations',
    'Item.UpdateVariation': 'Item.Variation',
    'Item.UpdateVariationDescription': 'Item.VariationDescription',
    'Item.VariationValueDescription': 'Item.VariationDescription',
    'Item.UpdateVariationValueDescription': 'Item.VariationDescription',
    'Item.UpdateVariationValue': 'Item.VariationValue',
  }),
};
