/**
 * @param description what the document says of a key: `Packed ArtikelKey: starts with 770f139d-..., then the int32 ...`
 * @returns a key of that kind, or a UUID where the document asks for just that
 */
export function packed(description: string | undefined, id: number): string {
  const prefix = /starts with ([0-9a-f-]{28})/.exec(description ?? '')?.[1];
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(id);
  return `${prefix ?? '00000000-0000-4000-8000-0000'}${bytes.toString('hex')}`;
}
