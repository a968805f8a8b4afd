import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue, FurtherTexts } from '../../src/wawi/areas/items/schema/items.ts';
import { mergeAttributes } from '../../src/wawi/areas/items/rules/attribute-values.ts';
import {
  allTexts,
  isSameText,
  platformChannel,
  platformOfChannel,
  wawiChannel,
  withText,
} from '../../src/wawi/areas/items/rules/item-texts.ts';

const language = fc.constantFrom('DE', 'EN', 'FR');
const channel = fc.constantFrom('1-1-1', '2-1-1', '2-2-1');
const texts = fc.uniqueArray(fc.record({ languageIso: language, value: fc.string() }), {
  selector: (text) => text.languageIso,
  minLength: 1,
});
const attribute: fc.Arbitrary<AttributeValue> = fc.record({
  attributeId: fc.integer({ min: 1, max: 4 }),
  defaultValues: texts,
  salesChannelValues: fc.uniqueArray(fc.record({ salesChannelId: channel, values: texts }), {
    selector: (one) => one.salesChannelId,
  }),
});
const attributes = fc.uniqueArray(attribute, { selector: (one) => one.attributeId });

/** Every value by attribute, channel and language. */
function flat(values: readonly AttributeValue[]): Record<string, string | undefined> {
  return Object.fromEntries(
    values.flatMap(({ attributeId, defaultValues, salesChannelValues }) =>
      [{ salesChannelId: '', values: defaultValues }, ...salesChannelValues].flatMap((one) =>
        one.values.map((text) => [`${attributeId}/${one.salesChannelId}/${text.languageIso}`, text.value]),
      ),
    ),
  );
}

describe('attribute values', () => {
  it('after a change are the old ones with the named ones put over them', () => {
    fc.assert(
      fc.property(attributes, attributes, (current, change) => {
        expect(flat(mergeAttributes(current, change))).toEqual({ ...flat(current), ...flat(change) });
      }),
    );
  });

  it('stay as they are when the same change comes again', () => {
    fc.assert(
      fc.property(attributes, attributes, (current, change) => {
        const once = mergeAttributes(current, change);
        expect(mergeAttributes(once, change)).toEqual(once);
      }),
    );
  });

  it('are gone, with their attribute, once null has cleared each of them', () => {
    fc.assert(
      fc.property(attributes, (current) => {
        const clearing = current.map((one) => ({
          attributeId: one.attributeId,
          defaultValues: one.defaultValues.map((text) => ({ ...text, value: null })),
          salesChannelValues: one.salesChannelValues.map((value) => ({
            ...value,
            values: value.values.map((text) => ({ ...text, value: null })),
          })),
        }));
        expect(mergeAttributes(current, clearing)).toEqual([]);
      }),
    );
  });
});

describe('texts by channel and language', () => {
  const empty: FurtherTexts = { translations: [], salesChannels: [], platforms: [] };
  const key = fc
    .record({
      salesChannelId: fc.oneof(channel, fc.integer({ min: 1, max: 5 }).map(platformChannel)),
      languageIso: language,
    })
    .filter(({ salesChannelId, languageIso }) => !(salesChannelId === wawiChannel && languageIso === 'DE'));

  it('are found under the key they were put under, and nowhere once taken out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { selector: (one) => JSON.stringify(one) }), (keys) => {
        const filled = keys.reduce((all, one) => withText(all, one, { name: JSON.stringify(one) }), empty);
        const found = allTexts({ name: 'eigen', descriptions: filled });
        expect(found).toHaveLength(keys.length + 1);
        for (const one of keys)
          expect(found.find((text) => isSameText(text, one))?.name).toBe(JSON.stringify(one));
        expect(keys.reduce((all, one) => withText(all, one, undefined), filled)).toEqual(empty);
      }),
    );
  });

  it('tell a whole platform from a single channel', () => {
    expect(platformOfChannel(platformChannel(2))).toBe(2);
    expect(platformOfChannel('2-2-1')).toBeUndefined();
  });
});
