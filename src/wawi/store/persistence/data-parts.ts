import { kinds, type EntityName } from '../entity-map.ts';
import type { Collection, Entity } from '../collections/collection.ts';
import type { TenantData } from '../tenant-data.ts';

/**
 * Ids in one document: part n has those from n × partSize. Large enough for one document per kind in most tenants,
 * small enough that a change of one row in 100,000 writes at most a megabyte.
 */
const partSize = 500;

/** The kinds are defined after this file is loaded. */
export const kindNames = (): EntityName[] => Object.keys(kinds) as EntityName[];

/** The document that lists the others; without it they do not count. */
export interface Index {
  sequences: Record<string, number>;
  /** The parts of each kind that have rows. */
  parts: Partial<Record<EntityName, number[]>>;
}

/** The change of one part. */
export interface PartChange {
  name: EntityName;
  part: number;
  put: Entity[];
  removed: number[];
}

/** Most kinds have one part, whose document has the kind's plain name. */
export function documentOf(name: EntityName, part: number): string {
  return part === 0 ? name : `${name}.${part}`;
}

/** @returns the rows of a kind */
export function rowsIn(data: TenantData, name: EntityName): Collection {
  return data.of(name) as unknown as Collection;
}

/** @returns the index that lists the parts of the data */
export function indexOf(data: TenantData): Index {
  const parts = kindNames().map((name) => [name, partsOf(rowsIn(data, name))] as const);
  return {
    sequences: data.sequences,
    parts: Object.fromEntries(parts.filter(([, some]) => some.length > 0)),
  };
}

/** Steps from part to part, not from row to row. */
function partsOf(collection: Collection): number[] {
  const parts: number[] = [];
  for (let from = 0; from <= collection.highestId; from = (parts.at(-1)! + 1) * partSize) {
    for (const { id } of collection.byId(false, from)) {
      parts.push(partOf(id));
      break;
    }
  }
  return parts;
}

function partOf(id: number): number {
  return Math.floor(id / partSize);
}

/** @returns the parts of a kind that differ from those before */
export function changesOf(name: EntityName, now: Collection, before: Collection | undefined): PartChange[] {
  const parts = new Map<number, PartChange>();
  for (const id of now.changedSince(before)) {
    const part = partOf(id);
    let change = parts.get(part);
    if (change === undefined) parts.set(part, (change = { name, part, put: [], removed: [] }));
    const row = now.get(id);
    if (row === undefined) change.removed.push(id);
    else change.put.push(row);
  }
  return [...parts.values()];
}

/** @returns the rows of one part */
export function rowsOf(collection: Collection, part: number): Entity[] {
  const rows: Entity[] = [];
  for (const row of collection.byId(false, part * partSize)) {
    if (partOf(row.id) !== part) break;
    rows.push(row);
  }
  return rows;
}
