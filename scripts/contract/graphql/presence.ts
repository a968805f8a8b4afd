import type { GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';

/** The observations of the sources about the presence of one element, by version. */
export interface Observed {
  /** A page or a live system shows the element. */
  readonly shown: ReadonlySet<GraphqlVersion>;
  /** An early beta or an earlier inference has it. */
  readonly expected: ReadonlySet<GraphqlVersion>;
  /** A page that shows all of the enclosing element does not show it, or a source states that it does not exist. */
  readonly lacking: ReadonlySet<GraphqlVersion>;
  /** A live system that shows all of the enclosing element does not show it. */
  readonly lackingLive: ReadonlySet<GraphqlVersion>;
}

const all = apiVersions.v2;

/**
 * The rules of presence. An element exists in every version that shows it and between two of them; in versions
 * that an earlier record has it for and between them, unless a page lacks it; below the first version that shows it and above the last, up to
 * the nearest version that lacks it.
 * @returns the versions that have the element, oldest first
 */
export function presentIn({ shown, expected, lacking, lackingLive }: Observed): GraphqlVersion[] {
  const first = all.findIndex((version) => shown.has(version));
  const last = all.findLastIndex((version) => shown.has(version));
  const low = all.findIndex((version) => expected.has(version) || shown.has(version));
  const high = all.findLastIndex((version) => expected.has(version) || shown.has(version));
  const has = all.map((version, n) => {
    if (shown.has(version) || (n > first && n < last)) return true;
    return n >= low && n <= high && !lacking.has(version);
  });
  const stops = (version: GraphqlVersion | undefined, live: boolean) =>
    version === undefined || lacking.has(version) || (live && lackingLive.has(version));
  for (let n = first - 1; n >= 0 && !stops(all[n], !has[n]); n -= 1) has[n] = true;
  const top = has.lastIndexOf(true);
  for (let n = top + 1; top >= 0 && n < all.length && !stops(all[n], false); n += 1) has[n] = true;
  return all.filter((_, n) => has[n]);
}
