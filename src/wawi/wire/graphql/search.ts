import type { Arguments } from './call.ts';
import { argument, textArgument } from './arguments.ts';

/** The texts of an entity that can be searched, by the name of the search field. */
export type SearchTexts<E> = Readonly<Record<string, (row: E) => readonly (string | undefined)[]>>;

/**
 * The test of `searchTerm`, `searchOperator` and `searchField`: every word (`AND`, the default) or any word (`OR`) must
 * occur in one of the fields, ignoring case (fidelity row `graphql-search`).
 */
export function searchTest<E>(texts: SearchTexts<E>): (args: Arguments) => ((row: E) => boolean) | undefined {
  return (args) => {
    const words = (textArgument(args, 'searchTerm') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return undefined;
    const names = (argument(args, 'searchField') as readonly string[] | undefined) ?? Object.keys(texts);
    const readers = names.flatMap((name) => texts[name] ?? []);
    const any = argument(args, 'searchOperator') === 'OR';
    return (row) => {
      const text = readers
        .flatMap((read) => read(row))
        .join('\n')
        .toLowerCase();
      return any ? words.some((word) => text.includes(word)) : words.every((word) => text.includes(word));
    };
  };
}
