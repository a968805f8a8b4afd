import type { SortKey } from '../../store/collections/order.ts';
import { GraphqlProblem } from '../../wire/graphql/errors.ts';
import type { Position } from './order.ts';

/** @returns the position as opaque text; it stays good when rows come, go or change around it */
export function cursorOf(position: Position): string {
  return Buffer.from(JSON.stringify([position.id, ...position.keys])).toString('base64');
}

/**
 * @param argument `after` or `before`, for the message
 * @param keyCount number of keys that the list is ordered by
 * @throws GraphqlProblem for text that is not a cursor, or one of a list in another order
 */
export function positionAt(cursor: string, argument: string, keyCount: number): Position {
  const [id, ...keys] = decoded(cursor);
  if (typeof id !== 'number' || keys.length !== keyCount) {
    throw new GraphqlProblem(
      `The cursor specified in \`${argument}\` has an invalid format.`,
      'HC0078',
      { argument, cursor },
      `'${argument}' is not a cursor of this list in this order; take one from pageInfo or edges of the same query`,
    );
  }
  return { id, keys: keys as SortKey[] };
}

function decoded(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}
