const index = /\[\d+\]/g;

/**
 * Notes the client's spelling of a field. The fields of several elements of a list have one domain path; their name has
 * no index then.
 */
export function nameField(clientNames: Map<string, string>, path: string, name: string): void {
  const known = clientNames.get(path);
  const isSame = known === undefined || known === name;
  clientNames.set(path, isSame ? name : name.replace(index, '[]'));
}

/**
 * A request for a part of an entity, such as one of its addresses, has shorter paths than the entity.
 * @param clientNames domain path -> the field in the client's spelling
 * @param path with the index of an element (`lineItems[2].quantity`) where it is known
 * @returns the client's spelling of a domain path, or of its longest suffix that the client sent
 */
export function clientName(clientNames: ReadonlyMap<string, string>, path: string): string | undefined {
  const indexes = path.match(index) ?? [];
  const steps = path.replace(index, '[]').split('.');
  for (let n = 0; n < steps.length; n++) {
    const name = clientNames.get(steps.slice(n).join('.'));
    if (name !== undefined) return withIndexes(name, indexes);
  }
  return undefined;
}

/** The indexes count from the last list of the name, as the client may have lists around those of the entity. */
function withIndexes(name: string, indexes: readonly string[]): string {
  const lists = name.match(/\[\d*\]/g)?.length ?? 0;
  let n = indexes.length - lists;
  return name.replace(/\[\d*\]/g, (list) => indexes[n++] ?? list);
}
