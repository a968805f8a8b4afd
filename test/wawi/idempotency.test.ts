import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator, type RunningEmulator } from '../../src/server/emulator.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
let folder: string;
let emulator: RunningEmulator;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-idempotency-'));
  emulator = await createEmulator({ dataDir: folder });
});

afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function token(): Promise<string> {
  const response = await fetch(`${emulator.url}/_emulator/v1/tokens/access`, { method: 'POST' });
  return ((await response.json()) as { token: string }).token;
}

async function ask(method: string, path: string, body?: object, key?: string): Promise<Response> {
  return fetch(`${emulator.url}/erp/v2/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await token()}`,
      'X-Tenant-ID': bergmann,
      ...(body && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const create = async (key: string, name: string) => {
  const response = await ask('POST', 'labels', { name }, key);
  return { status: response.status, body: await response.text() };
};

async function labels(name: string): Promise<number> {
  const { data } = (await (await ask('GET', 'labels')).json()) as { data: { name: string }[] };
  return data.filter((label) => label.name === name).length;
}

describe('a write under an Idempotency-Key', () => {
  it.each([
    ['v1', 'customers/1/notes', { NoteBody: 'Nur einmal' }],
    ['v2', 'labels', { name: 'Nur einmal' }],
  ])('is done once when its repeats are the first requests of all, %s', async (version, path, body) => {
    const bearer = await token();
    const request = (method: string) =>
      fetch(`${emulator.url}/erp/${version}/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${bearer}`,
          'X-Tenant-ID': bergmann,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'k',
        },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const response = await request('POST');
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers)).toHaveLength(1);
    const listed = await (await request('GET')).text();
    expect(listed.split('Nur einmal')).toHaveLength(2);
  });

  it('is answered the same after a restart', async () => {
    const first = await create('k', 'Einmalig');
    expect(first.status).toBe(201);
    await emulator.close();
    emulator = await createEmulator({ dataDir: folder });
    expect(await create('k', 'Einmalig')).toEqual(first);
    expect(await labels('Einmalig')).toBe(1);
  });

  it('is not done again when the emulator died before it was answered', async () => {
    await create('k', 'Einmalig');
    await emulator.close();
    // As a process leaves it that was killed between the write and its answer.
    const file = join(folder, 'state', 'tenants', bergmann, 'idempotentWrite.json');
    const marks = JSON.parse(await readFile(file, 'utf8')) as { answer?: object }[];
    await writeFile(file, JSON.stringify(marks.map((mark) => ({ ...mark, answer: undefined }))));
    emulator = await createEmulator({ dataDir: folder });
    const again = await ask('POST', 'labels', { name: 'Einmalig' }, 'k');
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ errorCode: 'IDEMPOTENT_WRITE_INTERRUPTED' });
    expect(again.headers.get('x-emulator-reason')).toContain('read what it changed instead of repeating it');
    expect(await labels('Einmalig')).toBe(1);
  });

  it('may be done again once a snapshot has undone it', async () => {
    await emulator.control.snapshots.save('before');
    await create('k', 'Zweimal');
    await emulator.control.snapshots.restore('before');
    expect(await labels('Zweimal')).toBe(0);
    expect((await create('k', 'Zweimal')).status).toBe(201);
    expect(await labels('Zweimal')).toBe(1);
  });

  it('may be sent again with another body after it was refused', async () => {
    expect((await create('k', '')).status).toBeGreaterThanOrEqual(400);
    expect((await create('k', 'Jetzt aber')).status).toBe(201);
  });

  it.each([
    [0, 400],
    [255, 201],
    [256, 400],
  ])('with a key of %i characters is %i', async (length, status) => {
    const answer = await ask('POST', 'labels', { name: `Länge ${length}` }, 'k'.repeat(length));
    expect(answer.status).toBe(status);
    if (status === 201) return;
    const message = 'The length must be between 1 and 255 characters.';
    expect(await answer.json()).toMatchObject({
      errorCode: 'VALIDATION_ERROR',
      validationErrors: { 'Idempotency-Key': message },
    });
    expect(await labels(`Länge ${length}`)).toBe(0);
  });

  it('is another write under another path, query or version, though the key is the same', async () => {
    const named = async (path: string, body: object) => (await ask('POST', path, body, 'vier-mal')).status;
    expect(await named('labels', { name: 'Erstes' })).toBe(201);
    expect(await named('labels?from=import', { name: 'Zweites' })).toBe(201);
    expect(await named('categories', { name: 'Drittes' })).toBe(201);
    expect(await named('../v1/categories', { Name: 'Viertes' })).toBe(201);
    expect(await named('labels?from=import', { name: 'Drittes' })).toBe(422);
  });
});
