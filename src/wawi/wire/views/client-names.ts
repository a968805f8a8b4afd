/**
 * What a request says of a part of an entity, such as one of its addresses, stands further down in the entity.
 * @param clientNames domain path -> the field as the client wrote it
 * @returns the client's spelling of a domain path, or of its longest end that the client wrote
 */
export function clientName(clientNames: ReadonlyMap<string, string>, path: string): string | undefined {
  const steps = path.split('.');
  for (let n = 0; n < steps.length; n++) {
    const name = clientNames.get(steps.slice(n).join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}
