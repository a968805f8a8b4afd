import { kinds, type EntityMap, type EntityName } from '../../store/entity-map.ts';
import type { ViewContext } from '../views/views.ts';
import type { Arguments } from './call.ts';
import { requiredKey } from './arguments.ts';
import type { RootBinding, RootCall } from './call.ts';
import { entityNotFound } from '../../store/errors.ts';
import { searchTest, type SearchTexts } from './search.ts';

/** A test that a list's own arguments put its rows to; undefined when they ask for nothing. */
export type RowTest<E> = (args: Arguments) => ((row: E, context: ViewContext) => boolean) | undefined;

/**
 * A connection over the rows of a kind.
 * @param scope the scope that an app needs; `system.all` suffices too
 */
export function list<N extends EntityName>(
  scope: string,
  entity: N,
  only?: RowTest<EntityMap[N]>,
): RootBinding {
  return { scopes: [scope], list: { entity, ...(only ? { only: only as RowTest<unknown> } : {}) } };
}

/** A connection that can be searched by `searchTerm`. */
export function searchable<N extends EntityName>(
  scope: string,
  entity: N,
  texts: SearchTexts<EntityMap[N]>,
): RootBinding {
  return { ...list(scope, entity, searchTest(texts)), search: 'graphql-search' };
}

/** A connection over rows put together from several places; their ids are unique in the list. */
export function rows(
  scope: string,
  gather: (context: ViewContext, args: Arguments) => Iterable<{ readonly id: number }>,
): RootBinding {
  return { scopes: [scope], list: { rows: gather } };
}

/** A connection of an area that the emulator has no data of (README, "What is not emulated"). */
export function nothing(scope: string): RootBinding {
  return rows(scope, () => []);
}

/** One entity by an argument that holds its key. */
export function byKey(scope: string, entity: EntityName, argumentName: string): RootBinding {
  return one(scope, (call) =>
    entityById(call, entity, requiredKey(call.args, argumentName, kinds[entity].key)),
  );
}

/**
 * @returns the entity; undefined, which shows as null, for a key that names none where the field's type allows null
 *   (fidelity row `graphql-unknown-id`)
 * @throws DomainError `not-found` where it does not
 */
export function entityById(call: RootCall, entity: EntityName, id: number): unknown {
  const found: unknown = call.data.of(entity).get(id);
  if (found !== undefined) return found;
  call.assume('graphql-unknown-id');
  if (call.nullable) return undefined;
  throw entityNotFound(kinds[entity], id);
}

/** A field whose value a function makes of the call. */
export function one(scope: string, make: (call: RootCall) => unknown): RootBinding {
  return { scopes: [scope], one: make };
}
