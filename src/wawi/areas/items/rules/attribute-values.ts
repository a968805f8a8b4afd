import type { AttributeText, AttributeValue } from '../schema/items.ts';
import { invalid } from '../../../store/errors.ts';
import { languageInCapitals } from '../../master-data/rules/text-languages.ts';

/** The change of one attribute; a value of null (or none) removes the named entry. */
export interface AttributeChange {
  /** Not every contract requires it, but a value is one of an attribute. */
  attributeId?: number | null;
  defaultValues?: readonly TextChange[] | null;
  salesChannelValues?:
    readonly { salesChannelId?: string | null; values?: readonly TextChange[] | null }[] | null;
}

interface TextChange {
  languageIso?: string | null;
  value?: string | null;
}

/**
 * Applies a change of attribute values: entries are merged by attribute, sales channel and language, what the change
 * does not name stays (platform.md section 12, seen on a live system).
 * @returns a new list; neither argument is touched
 * @throws DomainError `invalid` for a value without an attribute or a language
 */
export function mergeAttributes(
  current: readonly AttributeValue[],
  changes: readonly AttributeChange[],
): AttributeValue[] {
  const result = new Map(current.map((value) => [value.attributeId, value]));
  for (const { attributeId, defaultValues, salesChannelValues } of changes) {
    if (typeof attributeId !== 'number')
      throw invalid('attributes[].attributeId', 'The attributeId is missing; name the attribute.');
    const before = result.get(attributeId);
    const after: AttributeValue = {
      attributeId,
      defaultValues: mergeTexts(before?.defaultValues ?? [], defaultValues ?? []),
      salesChannelValues: mergeChannels(before?.salesChannelValues ?? [], salesChannelValues ?? []),
    };
    const isEmpty = after.defaultValues.length === 0 && after.salesChannelValues.length === 0;
    const saysNothing = (defaultValues ?? []).length === 0 && (salesChannelValues ?? []).length === 0;
    // An attribute without values is assigned; clearing its last value removes it.
    if (isEmpty && !saysNothing) result.delete(attributeId);
    else result.set(attributeId, after);
  }
  return [...result.values()];
}

function mergeChannels(
  current: AttributeValue['salesChannelValues'],
  changes: NonNullable<AttributeChange['salesChannelValues']>,
): AttributeValue['salesChannelValues'] {
  const result = new Map(current.map((channel) => [channel.salesChannelId, channel.values]));
  for (const { salesChannelId, values } of changes) {
    if (typeof salesChannelId !== 'string')
      throw invalid(
        'attributes[].salesChannelValues',
        'A value names no sales channel; say which, such as 2-1-1.',
      );
    result.set(salesChannelId, mergeTexts(result.get(salesChannelId) ?? [], values ?? []));
  }
  return [...result]
    .filter(([, values]) => values.length > 0)
    .map(([salesChannelId, values]) => ({ salesChannelId, values }));
}

function mergeTexts(current: readonly AttributeText[], changes: readonly TextChange[]): AttributeText[] {
  const result = new Map<string | undefined, AttributeText>(
    current.map((text) => [text.languageIso?.toUpperCase(), text]),
  );
  for (const { languageIso, value } of changes) {
    const language = languageInCapitals(languageIso, 'attributes');
    if (value === null || value === undefined) result.delete(language);
    else result.set(language, { languageIso: language, value });
  }
  return [...result.values()];
}
