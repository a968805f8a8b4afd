/** .NET's value of a date that was never set, in v1, which leaves no date out. */
export const noDate = '0001-01-01T00:00:00+00:00';
