import type { GraphqlVersion, TypeKind } from '../../../src/wawi/contract/sdl/elements.ts';
import { agrees, type Knowledge, type Observation } from './typing.ts';

/** A field, an argument or an enum value, with its observations in the sources. */
export class FieldModel {
  readonly observations = new Map<GraphqlVersion, Observation>();
  /** Versions in which a live system showed the element; a page of the version may show it too. */
  readonly seen = new Set<GraphqlVersion>();
  /** Versions that a source states not to have the element. */
  readonly absent = new Set<GraphqlVersion>();
  readonly deprecations = new Map<GraphqlVersion, string>();
  readonly pages = new Set<string>();
  readonly args: FieldModel[] = [];
  roles: string[] = [];
  /** The type in each version that has the element; filled by resolve(). */
  readonly types = new Map<GraphqlVersion, string>();

  constructor(readonly name: string) {}

  /** @returns the versions in which a page or a live system shows the element */
  get shown(): GraphqlVersion[] {
    return [...this.observations].flatMap(([version, { knowledge }]) =>
      knowledge === 'inferred' ? [] : [version],
    );
  }

  /** Takes what a source shows, unless the version is known better. */
  show(version: GraphqlVersion, observation: Observation): void {
    if (observation.knowledge === 'seen') this.seen.add(version);
    const known = this.observations.get(version);
    if (known && rank[known.knowledge] > rank[observation.knowledge]) return;
    if (known?.knowledge === observation.knowledge && known.full && !observation.full) return;
    // A live system shows named types alone, so that an earlier record says the rest.
    const isSame = observation.type === undefined || agrees(known?.type ?? '', observation.type);
    const type = !observation.full && isSame ? known?.type : observation.type;
    const full = observation.full || (observation.knowledge === 'seen' && isSame && (known?.full ?? false));
    this.observations.set(version, {
      knowledge: observation.knowledge,
      full,
      ...(type === undefined ? {} : { type }),
    });
  }

  /** Takes back what an earlier page of the version showed. */
  hide(version: GraphqlVersion): void {
    if (this.observations.get(version)?.knowledge === 'documented') this.observations.delete(version);
  }
}

const rank: Record<Knowledge, number> = { inferred: 0, seen: 1, documented: 2 };

export class TypeModel {
  readonly documented = new Set<GraphqlVersion>();
  readonly seen = new Set<GraphqlVersion>();
  readonly pages = new Set<string>();
  /** Versions whose page shows every field; every field of a scalar or enum type. */
  readonly complete = new Set<GraphqlVersion>();
  readonly scalars = new Set<GraphqlVersion>();
  readonly fields: FieldModel[] = [];
  /** Filled by resolve(). */
  versions: GraphqlVersion[] = [];

  constructor(
    readonly kind: TypeKind,
    readonly name: string,
  ) {}
}

/** The contract while facts are merged: types by name. */
export class ContractModel {
  readonly types = new Map<string, TypeModel>();

  /** @throws Error if the type is known as another kind */
  type(kind: TypeKind, name: string): TypeModel {
    const known = this.types.get(name);
    if (known && known.kind !== kind) throw new Error(`${name} is known as ${known.kind}, not as ${kind}`);
    const type = known ?? new TypeModel(kind, name);
    this.types.set(name, type);
    return type;
  }
}

/** @returns the element of that name, made at the end of the list if it is new */
export function memberOf(list: FieldModel[], name: string): FieldModel {
  const known = list.find((one) => one.name === name);
  if (known) return known;
  const made = new FieldModel(name);
  list.push(made);
  return made;
}
