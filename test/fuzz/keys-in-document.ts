/**
 * @param description of a key in the document: `Packed ArtikelKey: starts with 770f139d-..., then the int32 ...`
 * @returns a key of that kind, or a UUID if the document asks for one
 */
export function packed(description: string | undefined, id: number): string {
  const prefix = /starts with ([0-9a-f-]{28})/.exec(description ?? '')?.[1];
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(id);
  return `${prefix ?? '00000000-0000-4000-8000-0000'}${bytes.toString('hex')}`;
}
