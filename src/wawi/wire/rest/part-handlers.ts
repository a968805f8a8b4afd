import type { EntityMap, EntityName } from '../../store/entity-map.ts';
import { addPart, changePart, partOf, removePart, type PartKind, type PartList } from '../../store/parts.ts';
import type { Call, Handler } from './call.ts';
import { act, idOf } from './handlers.ts';

/** The operations on a list of parts: the first path parameter names the entity, the second the part. */
export interface PartHandlers {
  list: Handler;
  read: Handler;
  create: Handler;
  update: Handler;
  remove: Handler;
}

/** @returns the id of the part that the second path parameter names */
export function partIdOf(call: Call): number {
  return Object.values(call.params)[1] as number;
}

/**
 * @param kind which parts of which entity
 * @param owner name of the field under which parts are shown with the id of their entity, such as `customerId`
 */
export function partHandlers<N extends EntityName, L extends PartList<EntityMap[N]>>(
  kind: PartKind<N, L>,
  owner: string,
): PartHandlers {
  const owned = (id: number) => (part: object) => ({ ...part, [owner]: id });
  return {
    list: (call) => {
      const id = idOf(call);
      const parts = call.data.get(kind.entity, id)[kind.list] as unknown as readonly object[];
      return { value: parts.map(owned(id)) };
    },
    read: (call) => ({ value: owned(idOf(call))(partOf(call.data, kind, idOf(call), partIdOf(call))) }),
    create: async (call) => {
      const id = idOf(call);
      return { value: owned(id)(await call.write((data) => addPart(data, kind, id, call.draft))) };
    },
    update: async (call) => {
      const id = idOf(call);
      const change = (data: Call['data']): object => changePart(data, kind, id, partIdOf(call), call.draft);
      return { value: owned(id)(await call.write(change)) };
    },
    remove: act((data, call) => {
      removePart(data, kind, idOf(call), partIdOf(call));
    }),
  };
}
