import { amount, flag, id, list, optional, part, text, whole } from '../../../store/fields.ts';

export const groupSurcharge = part({
  customerGroupId: whole,
  surcharge: amount,
});

export const variationValue = part({
  id,
  name: text,
  translations: list(
    part({
      languageIso: text,
      name: text,
    }),
  ),
  sortNumber: whole,
  itemNumber: optional(text),
  gtin: optional(text),
  imageId: optional(whole),
  /** Kilograms more or less than the item weighs. */
  weightOffset: amount,
  defaultSurchargeNet: amount,
  platformSurcharges: optional(
    part({
      platformId: whole,
      surcharges: list(groupSurcharge),
    }),
  ),
  salesChannelSurcharges: optional(
    part({
      salesChannelId: text,
      surcharges: list(groupSurcharge),
      isActive: flag,
    }),
  ),
});

/** A choice a customer makes; the children of the item are the combinations on stock. */
export const variation = part({
  id,
  name: text,
  /** 1 select box, 2 radio button, 3 swatches, 4 text box, 5 free text, 6 mandatory free text: the numbers of v2. */
  type: whole,
  translations: list(
    part({
      languageIso: text,
      name: text,
    }),
  ),
  sortNumber: whole,
  values: list(variationValue),
});
