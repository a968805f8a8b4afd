import type { Decimal } from '../../../store/values/decimal.ts';

export interface GroupSurcharge {
  customerGroupId: number;
  surcharge: Decimal;
}

export interface VariationValue {
  readonly id: number;
  name: string;
  translations: { languageIso: string; name: string }[];
  sortNumber: number;
  itemNumber?: string;
  gtin?: string;
  /** Kilograms more or less than the item weighs. */
  weightOffset: Decimal;
  defaultSurchargeNet: Decimal;
  platformSurcharges?: { platformId: number; surcharges: GroupSurcharge[] };
  salesChannelSurcharges?: { salesChannelId: string; surcharges: GroupSurcharge[]; isActive: boolean };
}

/** A choice a customer makes; the children of the item are the combinations on stock. */
export interface Variation {
  readonly id: number;
  name: string;
  /** 1 select box, 2 radio button, 3 swatches, 4 text box, 5 free text, 6 mandatory free text: the numbers of v2. */
  type: number;
  translations: { languageIso: string; name: string }[];
  sortNumber: number;
  values: VariationValue[];
}
