import type { FieldView, Write } from './views.ts';

/**
 * A list of texts that some versions write as one text with commas, such as v1's `ActiveSalesChannels`; the type of the
 * version says which.
 */
export function commaList<S>(path: keyof S & string): FieldView<S> {
  return { read: path, write: textsOrCommas(path) };
}

/** @returns a reader of a list of texts, given as a list or as one text with commas */
function textsOrCommas(path: string): Write {
  return (value) => ({
    [path]: (Array.isArray(value) ? value.map(String) : String(value ?? '').split(','))
      .map((one) => one.trim())
      .filter(Boolean),
  });
}

/** A list of ids that the wire wraps in objects of one field: `[{ configurationGroupId: 1 }]`. */
export function wrappedIds<S>(path: keyof S & string, field: string): FieldView<S> {
  return {
    read: (source) => (source[path] as readonly unknown[]).map((value) => ({ [field]: value })),
    write: (value) => ({
      [path]: ((value ?? []) as Record<string, unknown>[]).map((element) => element[field]),
    }),
  };
}

/** Schemas whose fields are those of another: create and update bodies beside what is read. */
export function alike<N extends string, L extends string>(
  pairs: Readonly<Record<N, L>>,
): Record<N, { likes: L }> {
  const views = Object.entries<L>(pairs).map(([schema, likes]) => [schema, { likes }]);
  return Object.fromEntries(views) as Record<N, { likes: L }>;
}
