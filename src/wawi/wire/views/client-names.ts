/**
 * A request for a part of an entity, such as one of its addresses, has shorter paths than the entity.
 * @param clientNames domain path -> the field in the client's spelling
 * @returns the client's spelling of a domain path, or of its longest suffix that the client sent
 */
export function clientName(clientNames: ReadonlyMap<string, string>, path: string): string | undefined {
  const steps = path.split('.');
  for (let n = 0; n < steps.length; n++) {
    const name = clientNames.get(steps.slice(n).join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}
