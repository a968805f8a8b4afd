const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,16}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/i;

/** The instants that .NET's DateTime and DateTimeOffset can hold: the years 1 to 9999, seen in UTC. */
const earliest = Date.parse('0001-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** How far a zone may be from UTC in .NET, in minutes. */
const longestOffset = 14 * 60;

/** @returns whether .NET's JSON reader would take the text for a date and time */
export function isDateTime(text: string): boolean {
  return instantOf(text) !== undefined;
}

/**
 * Reads an instant as .NET does, for REST, GraphQL and other inputs: days of the calendar, hours up to 23, offsets up
 * to 14 hours, the years 1 to 9999, also after conversion to UTC.
 * @param text a date and time of a client; without a zone it is UTC, independent of the machine's zone
 * @returns ISO 8601 with milliseconds and `Z`; undefined for any other text
 */
export function instantOf(text: string): string | undefined {
  const match = dateTime.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = ''] = match;
  // .NET counts in 100 ns, JSON here in milliseconds: finer digits are cut off.
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(local);
  // JavaScript moves days that the calendar lacks, and hour 24, to the next day.
  if (Number.isNaN(time) || new Date(time).toISOString() !== local) return undefined;
  const offset = Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0);
  if (offset > longestOffset || Number(match[10] ?? 0) > 59) return undefined;
  const instant = time - (match[8] === '-' ? -offset : offset) * 60_000;
  return instant < earliest || instant > latest ? undefined : new Date(instant).toISOString();
}

/** @returns the epoch milliseconds as ISO 8601; beyond the years that .NET can hold, the nearest instant within */
export function nearestInstant(time: number): string {
  return new Date(Math.min(Math.max(time, earliest), latest)).toISOString();
}

/** @returns a stored date in the form of {@link instantOf}; a date in that form is returned without parsing */
export function wholeInstant(kept: string): string {
  return kept.length === 24 && kept.endsWith('Z') ? kept : (instantOf(kept) ?? kept);
}
