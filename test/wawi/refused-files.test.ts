import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const order = packKey('VerkaufAuftragKey', 1);
const nothing = packKey('VerkaufAuftragKey', 999_999);

let folder: string;
let emulator: RunningEmulator;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-refused-files-'));
  emulator = await createEmulator({ dataDir: folder });
  const minted = await fetch(`${emulator.url}/_emulator/v1/tokens/access`, { method: 'POST' });
  ({ token } = (await minted.json()) as { token: string });
  // The first write keeps the whole tenant.
  expect((await send('POST', '/v1/salesOrders/1/files', file)).status).toBe(201);
});

afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, path: string, body: object): Promise<Response> {
  return fetch(`${emulator.url}/erp${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': bergmann,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

/** @returns every file of the state folder with its bytes */
async function contents(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (path) => [path, await readFile(path, 'base64')] as const);
  return Object.fromEntries(await Promise.all(read));
}

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const image = { ImageData: pixel, Filename: 'a', SalesChannelId: '1-1-1' };
const file = { FileData: 'aGVsbG8=', FileDataType: 'txt', FileName: 'a.txt' };

describe('a refused write that brings a file keeps nothing of it', () => {
  it.each([
    ['an image on an unknown channel', 'POST', '/v1/items/2/images', { ...image, SalesChannelId: 'x' }],
    ['an image that is none', 'POST', '/v1/items/2/images', { ...image, ImageData: 'aGVsbG8=' }],
    ['an image of an unknown item', 'POST', '/v1/items/999999/images', image],
    ['new bytes of an unknown image', 'PATCH', '/v1/items/2/images/999999', image],
    ['new bytes that are not an image', 'PATCH', '/v1/items/1/images/1', { ...image, ImageData: 'aGVsbG8=' }],
    ['an image moved nowhere', 'PATCH', '/v1/items/1/images/1', { ...image, SalesChannelId: 'x' }],
    ['a file of an unknown order', 'POST', '/v1/salesOrders/999999/files', file],
    ['a file of an unknown line', 'POST', '/v1/salesOrders/1/lineitems/999999/files', file],
    ['new bytes of an unknown file', 'PATCH', '/v1/salesOrders/1/files/999999', file],
    ['new bytes of a line', 'PATCH', '/v1/salesOrders/1/lineitems/999999/files/1', file],
    ['v2: a file of an unknown order', 'POST', `/v2/sales-orders/${nothing}/files`, file],
    ['v2: a file of an unknown line', 'POST', `/v2/sales-orders/${order}/line-items/${nothing}/files`, file],
    ['v2: an unknown file', 'PATCH', `/v2/sales-orders/${order}/files/${nothing}`, file],
    ['v2: a line', 'PATCH', `/v2/sales-orders/${order}/line-items/${nothing}/files/${nothing}`, file],
  ])('%s', async (_what, method, path, body) => {
    const before = await contents();
    const { status } = await send(method, path, body);
    expect([400, 404]).toContain(status);
    expect(Object.entries(await contents())).toEqual(Object.entries(before));
  });
});
