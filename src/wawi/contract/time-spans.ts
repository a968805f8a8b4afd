/** The longest TimeSpan that .NET knows, in milliseconds: 10675199 days and some hours. */
const longestMs = 922_337_203_685_477;

const net = /^-?(?:(\d{1,8})\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/;
const iso = /^-?P(?:(\d{1,8})D)?(?:T(?:(\d{1,10})H)?(?:(\d{1,12})M)?(?:(\d{1,15})(?:\.(\d{1,7}))?S)?)?$/;

/**
 * Reads a span of time as clients write it.
 * @param text .NET's `[d.]hh:mm[:ss[.fffffff]]`, or ISO 8601's `PT15M`
 * @returns milliseconds; undefined for other texts and for more than .NET's TimeSpan holds
 */
export function timeSpanMs(text: string): number | undefined {
  const clock = net.exec(text);
  const match = clock ?? (/[DHMS]$/.test(text) ? iso.exec(text) : null);
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 5).map((part) => Number(part ?? 0));
  if (clock && (hours > 23 || minutes > 59 || seconds > 59)) return undefined;
  const fraction = Math.trunc(Number(`0.${match[5] ?? 0}`) * 1000);
  const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + fraction;
  if (ms > longestMs) return undefined;
  return text.startsWith('-') ? -ms : ms;
}
