import { type FileHandle, open } from 'node:fs/promises';

/** Number of bytes to read at either end, because editors add a newline and users some blanks. */
const lookedAt = 64;

/** @returns whether a file begins and ends as JSON does; only its ends are read */
export async function looksWhole(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const head = await bytesAt(handle, 0);
    const tail = await bytesAt(handle, Math.max(0, size - lookedAt));
    const ends = head.trimStart().charAt(0) + tail.trimEnd().slice(-1);
    return [/^\{\}$/, /^\[\]$/, /^""$/, /^[\w-]{2}$/].some((pair) => pair.test(ends));
  } finally {
    await handle.close();
  }
}

async function bytesAt(handle: FileHandle, position: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, position);
  return buffer.toString('latin1', 0, bytesRead);
}
