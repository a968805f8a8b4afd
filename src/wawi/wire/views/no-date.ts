/** What .NET sends for a date that nobody set, where v1 leaves none out. */
export const noDate = '0001-01-01T00:00:00+00:00';
