import type { Item } from '../schema/items.ts';

/** The searched text of an item, folded; rows never change in place, so it is made once per row. */
const folded = new WeakMap<Item, string>();

/** @returns whether an item's number, name, GTIN or search terms contain the wanted text, ignoring case */
export function itemMatches(item: Item, wanted: string): boolean {
  let text = folded.get(item);
  if (text === undefined) {
    // The separator cannot be in a search text, so that no match spans two fields.
    text = [item.sku, item.name, item.identifiers.gtin, item.searchTerms].join('\u0000').toLowerCase();
    folded.set(item, text);
  }
  return text.includes(wanted.toLowerCase());
}
