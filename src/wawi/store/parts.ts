import type { EntityMap, EntityName } from './entity-map.ts';
import { notFound } from './errors.ts';
import { completed, merge } from './values/merge.ts';
import type { TenantData } from './tenant-data.ts';

interface Part {
  readonly id: number;
}

/** Names of an entity's fields that are lists of parts with ids of their own. */
export type PartList<E> = {
  [K in keyof E & string]: E[K] extends readonly Part[] ? K : never;
}[keyof E & string];

type PartOf<
  N extends EntityName,
  L extends PartList<EntityMap[N]>,
> = EntityMap[N][L] extends readonly (infer P)[] ? P & Part : never;

/** A list of parts within a kind of entity: the notes of customers. */
export interface PartKind<N extends EntityName, L extends PartList<EntityMap[N]>> {
  readonly entity: N;
  readonly list: L;
  /** The sequence that numbers the parts. */
  readonly sequence: string;
  /** A part's name in messages: `note`. */
  readonly label: string;
  /** The required fields of a new part, also used for cleared fields. */
  readonly fresh: Omit<PartOf<N, L>, 'id'>;
}

function partsOf<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
): readonly PartOf<N, L>[] {
  return data.get(kind.entity, id)[kind.list] as unknown as readonly PartOf<N, L>[];
}

function replaceParts<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
  parts: readonly PartOf<N, L>[],
): void {
  const change: Record<string, readonly PartOf<N, L>[]> = { [kind.list]: parts };
  data.update(kind.entity, id, change as Partial<Omit<EntityMap[N], 'id'>>);
}

/** @throws DomainError `not-found` for the entity or the part */
export function partOf<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
  partId: number,
): PartOf<N, L> {
  const found = partsOf(data, kind, id).find((part) => part.id === partId);
  if (!found) throw notFound(kind.label, partId);
  return found;
}

/**
 * Adds a part under the next id of its sequence.
 * @throws DomainError `not-found` for the entity
 */
export function addPart<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
  fields: object,
): PartOf<N, L> {
  const before = partsOf(data, kind, id);
  const part = { ...completed(kind.fresh, fields), id: data.nextId(kind.sequence) } as PartOf<N, L>;
  replaceParts(data, kind, id, [...before, part]);
  return part;
}

/** Changes a part field by field; its id stays. */
export function changePart<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
  partId: number,
  change: object,
): PartOf<N, L> {
  const before: object = partOf(data, kind, id, partId);
  const changed = { ...completed(kind.fresh, merge(before, change)), id: partId } as PartOf<N, L>;
  replaceParts(
    data,
    kind,
    id,
    partsOf(data, kind, id).map((part) => (part.id === partId ? changed : part)),
  );
  return changed;
}

/** @throws DomainError `not-found` for the entity or the part */
export function removePart<N extends EntityName, L extends PartList<EntityMap[N]>>(
  data: TenantData,
  kind: PartKind<N, L>,
  id: number,
  partId: number,
): void {
  partOf(data, kind, id, partId);
  replaceParts(
    data,
    kind,
    id,
    partsOf(data, kind, id).filter((part) => part.id !== partId),
  );
}
