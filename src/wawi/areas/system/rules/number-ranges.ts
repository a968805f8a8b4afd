import type { NumberRange } from '../schema/system.ts';

type Format = Pick<NumberRange, 'prefix' | 'suffix'>;

/**
 * @param count the running number
 * @param now ISO 8601; its date fills placeholders
 * @returns prefix, number and suffix as one text, such as `RE202600017`
 */
export function numberOf(range: Format, count: number, now: string): string {
  return `${dated(range.prefix, now)}${count}${dated(range.suffix, now)}`;
}

function dated(text: string, now: string): string {
  const [year = '', month = '', day = ''] = now.slice(0, 10).split('-');
  const parts: Record<string, string> = {
    '{YYYY}': year,
    '{YY}': year.slice(2),
    '{MM}': month,
    '{DD}': day,
  };
  return text.replace(/\{(?:YYYY|YY|MM|DD)\}/g, (placeholder) => parts[placeholder] ?? placeholder);
}
