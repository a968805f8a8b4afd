import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
let sound: string;
let work: string;

/** Calls the control API and says what it answered. */
async function control(
  { url }: RunningEmulator,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/_emulator/v1/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

beforeAll(async () => {
  sound = await mkdtemp(join(tmpdir(), 'jtl-damage-'));
  const emulator = await createEmulator({ dataDir: sound });
  const fixtures = await control(emulator, 'GET', 'fixtures');
  if (fixtures.status === 200)
    await control(emulator, 'PUT', 'fixtures', JSON.parse(fixtures.text) as object);
  await control(emulator, 'POST', 'reset');
  await control(emulator, 'PATCH', 'tenants/kaffee-kontor', { name: 'Kept' });
  await control(emulator, 'POST', 'tokens/session');
  await control(emulator, 'POST', 'tenants/kaffee-kontor/seed', { entities: { item: [{ sku: 'KEPT' }] } });
  await control(emulator, 'POST', 'snapshots', { name: 'kept', tenantId: 'kaffee-kontor' });
  await Promise.all(
    ['generation1', 'generation2', 'session'].map((ring) => emulator.platform.tokens.jwks(ring as 'session')),
  );
  await emulator.close();
});
afterAll(async () => {
  await rm(sound, { recursive: true, force: true });
  if (work !== undefined) await rm(work, { recursive: true, force: true });
});

/** Every file of the folder but the lock, by its path, with its bytes. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('lock'));
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [relative(folder, path), (await readFile(path)).toString('latin1')] as const;
      }),
    ),
  );
}

type Damage = (file: string, bytes: Buffer) => Promise<unknown>;
const damages: Record<string, Damage> = {
  empty: (file) => writeFile(file, ''),
  'cut in half': (file, bytes) => writeFile(file, bytes.subarray(0, bytes.length / 2)),
  null: (file) => writeFile(file, 'null'),
  'another kind of value': (file) => writeFile(file, '"x"'),
  'text behind its end': (file, bytes) => writeFile(file, Buffer.concat([bytes, Buffer.from('}]')])),
  zeros: (file, bytes) => writeFile(file, Buffer.alloc(bytes.length)),
  'a folder in its place': async (file) => {
    await rm(file);
    await mkdir(file);
  },
  missing: (file) => rm(file),
};

/** The files that a user deletes to start again from the fixtures, as the refusal of a damaged file says. */
const mayBeMissing = /^state\/platform\//;

/** One file of each kind, found in the folder. */
async function kindsOf(folder: string): Promise<string[]> {
  const paths = [...(await filesOf(folder)).keys()].filter((path) => path.endsWith('.json'));
  const kinds = new Map<string, string>();
  for (const path of paths) {
    const kind = path
      .replace(/[0-9a-f-]{36}/g, 'ID')
      .replace(/(?<=tenants\/ID\/|ID\/ID\/)(?!index|change)[\w.]+/, 'ROWS');
    if (!kinds.has(kind) || path.endsWith('/item.json')) kinds.set(kind, path);
  }
  return [...kinds.values()].sort();
}

/**
 * Reads all that the folder keeps.
 * @param beforeChange is called before the one change that is asked for, going back to the snapshot
 * @returns the first refusal, or that nothing was lost
 */
async function use(folder: string, beforeChange = () => Promise.resolve()): Promise<string> {
  let emulator: RunningEmulator;
  try {
    emulator = await createEmulator({ dataDir: folder });
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  try {
    const data = await control(emulator, 'GET', 'tenants/kaffee-kontor/data');
    const { token } = await emulator.platform.tokens.mint('access');
    const response = await fetch(`${emulator.url}/erp/v1/items?pageSize=100`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': kaffee },
    });
    const rest = await response.text();
    const reason = response.headers.get('x-emulator-reason') ?? '';
    if (data.status !== 200 || !rest.includes('"KEPT"'))
      return `${data.text} ${rest.slice(0, 300)} ${reason}`;
    if (emulator.platform.registry.tenant('kaffee-kontor').name !== 'Kept') return 'the tenant was lost';
    const listed = await control(emulator, 'GET', 'snapshots');
    if (!listed.text.includes('"kept"')) return `no snapshot: ${listed.text}`;
    await beforeChange();
    const restored = await control(emulator, 'POST', 'snapshots/kept/restore');
    return restored.status === 200 ? 'all data is there' : restored.text;
  } finally {
    await emulator.close();
  }
}

describe('a state folder', () => {
  it('loses nothing as it is', async () => {
    work = await mkdtemp(join(tmpdir(), 'jtl-damage-work-'));
    await cp(sound, join(work, 'whole'), { recursive: true });
    expect(await use(join(work, 'whole'))).toBe('all data is there');
  });

  it.each(Object.entries(damages))(
    'of which any file is damaged (%s) is refused by name or mended, and nothing is deleted',
    async (damage, change) => {
      for (const path of await kindsOf(sound)) {
        const folder = join(work, `${damage} ${path}`.replace(/\W+/g, '-'));
        await cp(sound, folder, { recursive: true });
        const file = join(folder, path);
        await change(file, await readFile(file));
        const before = await filesOf(folder);
        const told = `${damage}: ${path}`;
        const expectAllThere = async (): Promise<void> => {
          const now = await filesOf(folder);
          expect(
            [...before.keys()].filter((name) => !now.has(name)),
            told,
          ).toEqual([]);
        };
        const outcome = await use(folder, expectAllThere);
        const free = damage === 'missing' && mayBeMissing.test(path);
        if (outcome !== 'all data is there' && !free) {
          expect(outcome, told).toContain(folder);
          expect(outcome, told).toContain(basename(file));
        }
        if (outcome !== 'all data is there') await expectAllThere();
        const isThere = await stat(file).then(
          () => true,
          () => false,
        );
        // A refused folder stays as it is, so that the user can repair it.
        if (outcome !== 'all data is there' && damage !== 'missing') expect(isThere, told).toBe(true);
        await rm(folder, { recursive: true });
      }
    },
  );
});

describe('keys that are kept', () => {
  /** Changes one character in the middle of a member of the active key. */
  const cut = (ring: string, member: string, part: number) => (text: string) => {
    const keys = JSON.parse(text) as { rings: Record<string, { jwk: Record<string, string> }[]> };
    const jwk = keys.rings[ring]![part]!.jwk;
    const value = jwk[member]!;
    jwk[member] = value.slice(0, 10) + (value[10] === 'A' ? 'B' : 'A') + value.slice(11);
    return JSON.stringify(keys);
  };

  async function withChanged(ring: string, member: string): Promise<[file: string, outcome: string]> {
    const folder = join(work, `key-${ring}-${member}`);
    await cp(sound, folder, { recursive: true });
    const file = join(folder, 'state/platform/keys.json');
    await writeFile(file, cut(ring, member, 0)(await readFile(file, 'utf8')));
    return [file, await use(folder)];
  }

  it.each([
    ['generation1', 'n'],
    ['generation2', 'n'],
    ['session', 'x'],
    ['session', 'd'],
  ])('(%s) are refused by name when %s of one was changed', async (ring, member) => {
    const [file, outcome] = await withChanged(ring, member);
    expect(outcome).toContain(`${file} cannot be read ($.rings.${ring}[0]`);
  });

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi'])(
    'are refused by name when %s of one was changed, unless they sign nevertheless what they verify',
    async (member) => {
      // Some builds of OpenSSL sign by the factors, some by the exponent, and mend one by the other.
      const [file, outcome] = await withChanged('generation1', member);
      if (outcome !== 'all data is there')
        expect(outcome).toContain(`${file} cannot be read ($.rings.generation1[0]`);
    },
  );

  it('are refused by name when the key of sign-in cookies is too short', async () => {
    const folder = join(work, 'sign-in-key');
    await cp(sound, folder, { recursive: true });
    const file = join(folder, 'state/platform/keys.json');
    const keys = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...keys, signInKey: '' }));
    expect(await use(folder)).toContain(`${file} cannot be read ($.signInKey`);
  });
});
