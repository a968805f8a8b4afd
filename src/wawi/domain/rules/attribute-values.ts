import type { AttributeText, AttributeValue } from '../entities/items.ts';
import { languageInCapitals } from './text-languages.ts';

/** What a change says of one attribute; a value of null (or none) removes the entry it names. */
export interface AttributeChange {
  attributeId: number;
  defaultValues?: readonly TextChange[] | null;
  salesChannelValues?: readonly { salesChannelId: string; values?: readonly TextChange[] | null }[] | null;
}

interface TextChange {
  languageIso?: string;
  value?: string | null;
}

/**
 * Applies a change of attribute values: entries are merged by attribute, sales channel and language, what the change
 * does not name stays (platform.md section 12, seen on a live system).
 * @returns a new list; neither argument is touched
 */
export function mergeAttributes(
  current: readonly AttributeValue[],
  changes: readonly AttributeChange[],
): AttributeValue[] {
  const result = new Map(current.map((value) => [value.attributeId, value]));
  for (const change of changes) {
    const before = result.get(change.attributeId) ?? {
      attributeId: change.attributeId,
      defaultValues: [],
      salesChannelValues: [],
    };
    const after: AttributeValue = {
      attributeId: change.attributeId,
      defaultValues: mergeTexts(before.defaultValues, change.defaultValues ?? []),
      salesChannelValues: mergeChannels(before.salesChannelValues, change.salesChannelValues ?? []),
    };
    const isEmpty = after.defaultValues.length === 0 && after.salesChannelValues.length === 0;
    const saysNothing =
      (change.defaultValues ?? []).length === 0 && (change.salesChannelValues ?? []).length === 0;
    // Naming an attribute without values assigns it; clearing its last value takes it off.
    if (isEmpty && !saysNothing) result.delete(change.attributeId);
    else result.set(change.attributeId, after);
  }
  return [...result.values()];
}

function mergeChannels(
  current: AttributeValue['salesChannelValues'],
  changes: NonNullable<AttributeChange['salesChannelValues']>,
): AttributeValue['salesChannelValues'] {
  const result = new Map(current.map((channel) => [channel.salesChannelId, channel.values]));
  for (const { salesChannelId, values } of changes)
    result.set(salesChannelId, mergeTexts(result.get(salesChannelId) ?? [], values ?? []));
  return [...result]
    .filter(([, values]) => values.length > 0)
    .map(([salesChannelId, values]) => ({ salesChannelId, values }));
}

function mergeTexts(current: readonly AttributeText[], changes: readonly TextChange[]): AttributeText[] {
  const result = new Map(current.map((text) => [text.languageIso.toUpperCase(), text]));
  for (const { languageIso, value } of changes) {
    const language = languageInCapitals(languageIso, 'attributes');
    if (value === null || value === undefined) result.delete(language);
    else result.set(language, { languageIso: language, value });
  }
  return [...result.values()];
}
