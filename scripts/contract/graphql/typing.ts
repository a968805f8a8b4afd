import { namedType, type GraphqlVersion } from '../../../src/wawi/contract/sdl/elements.ts';
import { apiVersions } from '../../../src/wawi/contract/versions.ts';

/** How a version is known to have an element. */
export type Knowledge = 'documented' | 'inferred' | 'seen';

/** An observation of an element in one version. */
export interface Observation {
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
  observations: ReadonlyMap<GraphqlVersion, Observation>,
  version: GraphqlVersion,
): string | undefined {
  const own = observations.get(version);
  if (own?.knowledge === 'documented' && own.full) return own.type;
  const page = nearest(observations, version, (one) => one.knowledge === 'documented' && one.full);
  const record = nearest(observations, version, (one) => one.knowledge !== 'documented' && one.full);
  const live = ownOf(own, 'seen') ?? nearest(observations, version, (one) => one.knowledge === 'seen');
  const expected = own?.knowledge === 'seen' ? own.type : undefined;
  if (page !== undefined && (expected === undefined || agrees(page, expected))) return page;
  if (live !== undefined) return record !== undefined && agrees(record, live) ? record : live;
  return own?.type ?? record ?? nearest(observations, version, () => true);
}

function ownOf(observation: Observation | undefined, knowledge: Knowledge): string | undefined {
  return observation?.knowledge === knowledge ? observation.type : undefined;
}

/** @returns whether what a live system shows fits a type; its export writes switches as numbers */
export function agrees(type: string, live: string): boolean {
  const [name, shown] = [namedType(type), namedType(live)];
  return name === shown || (name === 'Boolean' && shown === 'Int');
}

/** @returns the type of the nearest version, the older of two equally near ones */
function nearest(
  observations: ReadonlyMap<GraphqlVersion, Observation>,
  version: GraphqlVersion,
  accept: (observation: Observation) => boolean,
): string | undefined {
  const position = all.indexOf(version);
  const distance = (other: GraphqlVersion) => Math.abs(all.indexOf(other) - position);
  const candidates = [...observations].filter(
    ([, observation]) => observation.type !== undefined && accept(observation),
  );
  candidates.sort(([a], [b]) => distance(a) - distance(b) || all.indexOf(a) - all.indexOf(b));
  return candidates[0]?.[1].type;
}
