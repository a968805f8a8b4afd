import type { Texts } from '../schema/items.ts';
import { DomainError, duplicate } from '../../../store/errors.ts';
import { merge, withoutNulls } from '../../../store/values/merge.ts';
import {
  allTexts,
  isDefaultText,
  isSameText,
  textsOf,
  withText,
  type ChannelTexts,
  type Described,
  type TextKey,
} from '../rules/item-texts.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { updateCategory } from './categories.ts';
import { changeItem } from './items.ts';

/** The kinds of entities with texts by channel and language. */
type DescribedName = 'item' | 'category';

/**
 * Adds a text for a sales channel and language.
 * @param draft the text with its channel and language
 * @param now ISO 8601
 * @throws DomainError `not-found`, `duplicate`, `missing-reference` for an unknown channel
 */
export function addDescription(
  data: TenantData,
  name: DescribedName,
  id: number,
  draft: TextKey & Texts,
  now: string,
): ChannelTexts {
  const source = data.get(name, id);
  if (allTexts(source).some((text) => isSameText(text, draft))) {
    throw duplicate(
      'languageIso',
      `The ${name} ${id} has a description in ${draft.languageIso} for sales channel ${draft.salesChannelId} already.`,
    );
  }
  put(data, name, id, { descriptions: withText(source.descriptions, draft, withoutNulls(draft)) }, now);
  return description(data, name, id, draft);
}

/**
 * Changes a text, field by field.
 * @throws DomainError `not-found` for the entity or the text
 */
export function changeDescription(
  data: TenantData,
  name: DescribedName,
  id: number,
  key: TextKey,
  change: object,
  now: string,
): void {
  const before = description(data, name, id, key);
  const source = data.get(name, id);
  const fields = isDefaultText(key)
    ? change
    : { descriptions: withText(source.descriptions, key, merge(textsOf(before), change)) };
  put(data, name, id, fields, now);
}

/**
 * Takes a text out; that of Wawi in its default language stays, since it names the entity.
 * @throws DomainError `not-found`, `state` for the default text
 */
export function removeDescription(
  data: TenantData,
  name: DescribedName,
  id: number,
  key: TextKey,
  now: string,
): void {
  description(data, name, id, key);
  if (isDefaultText(key))
    throw new DomainError('state', `The ${name} ${id} needs its description in Wawi's default language.`);
  put(data, name, id, { descriptions: withText(data.get(name, id).descriptions, key, undefined) }, now);
}

function description(data: TenantData, name: DescribedName, id: number, key: TextKey): ChannelTexts {
  const source: Described = data.get(name, id);
  const found = allTexts(source).find((text) => isSameText(text, key));
  if (found) return found;
  throw new DomainError(
    'not-found',
    `The ${name} ${id} has no description in ${key.languageIso} for sales channel ${key.salesChannelId}.`,
  );
}

function put(data: TenantData, name: DescribedName, id: number, change: object, now: string): void {
  if (name === 'category') updateCategory(data, id, change);
  else changeItem(data, id, now, (item) => merge(item, change));
}
