import { namedType, type GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';

/** How a version is known to have an element. */
export type Knowledge = 'documented' | 'inferred' | 'seen';

/** An observation of an element in one version. */
export interface Sight {
  knowledge: Knowledge;
  /** A type expression; undefined where the source hides the type. */
  type?: string;
  /** Whether the source shows lists and nullability too; else the named type alone counts. */
  full: boolean;
}

const all = apiVersions.v2;

/**
 * The rules of precedence: a version has the type that its own page shows in full; else that of the nearest page of
 * another version, unless a live system shows another named type; else what the live system shows, with the lists and
 * nullability of an earlier record; else the nearest earlier record.
 * @returns a type expression, or undefined if no source shows one
 */
export function typeAt(
  sights: ReadonlyMap<GraphqlVersion, Sight>,
  version: GraphqlVersion,
): string | undefined {
  const own = sights.get(version);
  if (own?.knowledge === 'documented' && own.full) return own.type;
  const page = nearest(sights, version, (one) => one.knowledge === 'documented' && one.full);
  const record = nearest(sights, version, (one) => one.knowledge !== 'documented' && one.full);
  const live = ownOf(own, 'seen') ?? nearest(sights, version, (one) => one.knowledge === 'seen');
  const expected = own?.knowledge === 'seen' ? own.type : undefined;
  if (page !== undefined && (expected === undefined || agrees(page, expected))) return page;
  if (live !== undefined) return record !== undefined && agrees(record, live) ? record : live;
  return own?.type ?? record ?? nearest(sights, version, () => true);
}

function ownOf(sight: Sight | undefined, knowledge: Knowledge): string | undefined {
  return sight?.knowledge === knowledge ? sight.type : undefined;
}

/** @returns whether what a live system shows fits a type; its export writes switches as numbers */
export function agrees(type: string, live: string): boolean {
  const [name, shown] = [namedType(type), namedType(live)];
  return name === shown || (name === 'Boolean' && shown === 'Int');
}

/** @returns the type of the nearest version, the older of two equally near ones */
function nearest(
  sights: ReadonlyMap<GraphqlVersion, Sight>,
  version: GraphqlVersion,
  accept: (sight: Sight) => boolean,
): string | undefined {
  const position = all.indexOf(version);
  const distance = (other: GraphqlVersion) => Math.abs(all.indexOf(other) - position);
  const candidates = [...sights].filter(([, sight]) => sight.type !== undefined && accept(sight));
  candidates.sort(([a], [b]) => distance(a) - distance(b) || all.indexOf(a) - all.indexOf(b));
  return candidates[0]?.[1].type;
}
