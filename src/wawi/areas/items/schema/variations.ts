import type { Static } from 'typebox';
import type { groupSurcharge, variation, variationValue } from './variations.schema.ts';

export type GroupSurcharge = Static<typeof groupSurcharge>;

export type VariationValue = Static<typeof variationValue>;

/** A choice a customer makes; the children of the item are the combinations on stock. */
export type Variation = Static<typeof variation>;
