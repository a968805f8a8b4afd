const dateTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** @returns whether .NET's JSON reader would take the text for a date and time */
export function isDateTime(text: string): boolean {
  return dateTime.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T')));
}

/**
 * @param text a date and time as clients write it; without a zone it is UTC, wherever the emulator runs
 * @returns the instant as ISO 8601 with milliseconds and `Z`; text that is no date as it was
 */
export function instantOf(text: string): string {
  const match = dateTime.exec(text);
  if (!match) return text;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  return new Date(`${day}T${time}${zone}`).toISOString();
}
