import { mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStore } from '../../src/platform/persistence/file-store.ts';
import { lockFolder } from '../../src/platform/persistence/folder-lock.ts';
import { UnusableFolder } from '../../src/platform/persistence/unusable-folder.ts';
import { bundleForNode } from '../bundle-for-node.ts';
import { Program, endPrograms } from '../programs.ts';

const anything = Type.Unknown({ $id: 'test/anything' });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-state-'));
});

afterEach(async () => {
  endPrograms();
  await rm(folder, { recursive: true, force: true });
});

/** Opens, works, closes. */
async function withStore<T>(work: (store: FileStore) => Promise<T>): Promise<T> {
  const store = await FileStore.open(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('a state folder', () => {
  it('gives documents and blobs back after it was closed and opened again', async () => {
    const bytes = new Uint8Array([0, 255, 7]);
    await withStore(async (store) => {
      await store.save('platform/apps', [{ id: 'a', name: 'Größe' }]);
      await store.saveBlob('tenants/t/files/1', bytes);
    });
    const [document, blob, missing] = await withStore((store) =>
      Promise.all([
        store.load('platform/apps', anything),
        store.loadBlob('tenants/t/files/1'),
        store.load('platform/none', anything),
      ]),
    );
    expect(document).toEqual([{ id: 'a', name: 'Größe' }]);
    expect(blob && [...blob]).toEqual([...bytes]);
    expect(missing).toBeUndefined();
  });

  it('keeps values that are false to JavaScript', async () => {
    await withStore((store) => store.save('platform/flag', false));
    expect(await withStore((store) => store.load('platform/flag', anything))).toBe(false);
  });

  it('ends with the last of many saves of one document', async () => {
    await withStore(async (store) => {
      await Promise.all(Array.from({ length: 50 }, (_, n) => store.save('platform/apps', n)));
    });
    expect(await withStore((store) => store.load('platform/apps', anything))).toBe(49);
  });

  it('clears what lies below a prefix, and nothing else', async () => {
    await withStore(async (store) => {
      await store.save('tenants/a/items', [1]);
      await store.saveBlob('tenants/a/files/1', new Uint8Array([1]));
      await store.save('tenants/b/items', [2]);
      await store.clear('tenants/a/');
      expect(await store.load('tenants/a/items', anything)).toBeUndefined();
      expect(await store.loadBlob('tenants/a/files/1')).toBeUndefined();
      expect(await store.load('tenants/b/items', anything)).toEqual([2]);
      await store.save('tenants/a/items', [3]);
      expect(await store.load('tenants/a/items', anything)).toEqual([3]);
      await store.clear('');
      expect(await store.load('tenants/b/items', anything)).toBeUndefined();
    });
  });

  it('keeps itself out of version control', async () => {
    await withStore(() => Promise.resolve());
    expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
  });

  it('saves what was asked for before it is closed, and nothing afterwards', async () => {
    const store = await FileStore.open(folder);
    const saves = [
      store.save('platform/apps', ['asked for']).then(() => store.save('platform/users', ['after another'])),
      store.clear('platform/tenants'),
      store.saveBlob('one/file', new Uint8Array([1])),
    ];
    await store.close();
    await Promise.all(saves);
    await expect(store.save('platform/apps', ['too late'])).rejects.toThrow(UnusableFolder);
    await withStore(async (again) => {
      expect(await again.load('platform/apps', anything)).toEqual(['asked for']);
      expect(await again.load('platform/users', anything)).toEqual(['after another']);
      expect(await again.loadBlob('one/file')).toHaveLength(1);
    });
  });

  it('refuses paths that lead out of it', async () => {
    await withStore(async (store) => {
      await expect(store.save('../outside', 1)).rejects.toThrow("'../outside' leads out of the state folder");
    });
  });
});

describe('a state folder that cannot be used', () => {
  it('is refused by name while an emulator of this process has it', async () => {
    await withStore(async () => {
      await expect(FileStore.open(folder)).rejects.toThrow(
        `state folder ${folder} is in use by the emulator with process id ${process.pid}`,
      );
    });
    await expect(withStore(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });

  it('is taken over from a process that is dead', async () => {
    await withStore((store) => store.save('platform/apps', ['kept']));
    const dead = new Program([process.execPath, '-e', '']);
    await dead.ended();
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: dead.pid, token: 'x' }));
    expect(await withStore((store) => store.load('platform/apps', anything))).toEqual(['kept']);
  });

  it.each([1, 2, 3, 4, 5])('is given to one of several that open it at once (round %i)', async () => {
    const fresh = join(folder, 'fresh');
    const opened = await Promise.allSettled([1, 2, 3, 4].map(() => FileStore.open(fresh)));
    const stores = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refusals = opened.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(stores).toHaveLength(1);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(UnusableFolder);
    await stores[0]!.close();
  });

  it('is given to one of several processes that open it at once', async () => {
    const script = await bundleForNode(`
      import { FileStore } from './src/platform/persistence/file-store.ts';
      await FileStore.open(process.argv[2]).then(
        () => (console.log('opened'), setInterval(() => undefined, 1000)),
        (error) => console.log(error.name),
      );`);
    for (const name of ['fresh', 'left behind']) {
      const shared = join(folder, name);
      if (name === 'left behind') {
        await mkdir(shared);
        const dead = new Program([process.execPath, '-e', '']);
        await dead.ended();
        await writeFile(join(shared, 'lock'), JSON.stringify({ pid: dead.pid, token: 'x' }));
      }
      const processes = [1, 2, 3].map(() => new Program([process.execPath, script, shared]));
      const answers = await Promise.all(processes.map((one) => one.prints(/^(opened|\w+)\n/m)));
      expect(answers.map(String).filter((answer) => answer.startsWith('opened'))).toHaveLength(1);
      expect(answers.map(String).filter((answer) => answer.startsWith('UnusableFolder'))).toHaveLength(2);
      endPrograms();
    }
  });

  it('is the same folder by another name', async () => {
    const other = `${folder}-link`;
    await symlink(folder, other, 'junction');
    try {
      await withStore(async () => {
        await expect(FileStore.open(other)).rejects.toThrow(UnusableFolder);
      });
    } finally {
      await rm(other);
    }
  });

  it.each([
    ['a process elsewhere, as in another container', { pid: 1, place: 'elsewhere pid:[1]', token: 'x' }],
    ['an earlier life of this process id', { pid: process.pid, token: 'x' }],
  ])('is taken over from %s that touches its lock no more', async (_who, note) => {
    await withStore((store) => store.save('platform/apps', ['kept']));
    const lock = join(folder, 'lock');
    await writeFile(lock, JSON.stringify(note));
    const release = await lockFolder(folder, 200);
    expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    await release();
    await writeFile(lock, JSON.stringify(note));
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    expect(await withStore((store) => store.load('platform/apps', anything))).toEqual(['kept']);
  });

  it('is refused while a process elsewhere touches its lock', async () => {
    const lock = join(folder, 'lock');
    await writeFile(lock, JSON.stringify({ pid: 1, place: 'elsewhere pid:[1]', token: 'x' }));
    let beats = 0;
    const heart = setInterval(() => void utimes(lock, new Date(), new Date(Date.now() + ++beats)), 50);
    try {
      await expect(FileStore.open(folder)).rejects.toThrow(
        'is in use by the emulator with process id 1 on elsewhere pid:[1]',
      );
    } finally {
      clearInterval(heart);
    }
  });

  it.each([
    [
      'a newer format',
      'format.json',
      '{"format":99}',
      'was written by a newer version (format 99, this one reads 2)',
    ],
    [
      'an older format',
      'format.json',
      '{"format":1}',
      'was written by an older version (format 1, this one reads 2); delete it or choose another folder',
    ],
    ['a broken format file', 'format.json', '{"form', 'is damaged: '],
    ['a format file without a number', 'format.json', '{}', 'no format number'],
    ['a document cut off in the middle', 'state/platform/apps.json', '[{"id":"a"', 'is damaged: '],
    ['an empty document', 'state/platform/apps.json', '', 'is damaged: '],
  ])('is refused by name for %s, and left as it is', async (_what, file, content, reason) => {
    await withStore((store) => store.save('platform/apps', []));
    await writeFile(join(folder, file), content);
    const failure = await FileStore.open(folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnusableFolder);
    expect((failure as Error).message).toContain(folder);
    expect((failure as Error).message).toContain(reason);
    expect(await readFile(join(folder, file), 'utf8')).toBe(content);
    expect(await readdir(folder)).not.toContain('lock');
  });

  it('names a document whose middle is broken when it is read', async () => {
    await withStore((store) => store.save('platform/apps', []));
    await writeFile(join(folder, 'state/platform/apps.json'), '[oops]');
    await withStore(async (store) => {
      await expect(store.load('platform/apps', anything)).rejects.toThrow(
        join(folder, 'state/platform/apps.json'),
      );
    });
  });

  it('is refused when another program uses the folder', async () => {
    await writeFile(join(folder, 'thesis.docx'), 'precious');
    await expect(FileStore.open(folder)).rejects.toThrow('holds other files and no format.json');
    expect(await readdir(folder)).toEqual(['thesis.docx']);
  });
});

describe('a process killed while it saves', () => {
  it('leaves every document whole, in the last reported state or a later one', async () => {
    const script = await bundleForNode(`
      import { FileStore } from './src/platform/persistence/file-store.ts';
      const store = await FileStore.open(process.argv[2]);
      const padding = 'x'.repeat(200_000);
      for (let n = 0; ; n++) {
        await store.save('platform/apps', { n, padding });
        console.log(n);
      }`);
    const reported: number[] = [];
    for (let round = 0; round < 3; round++) {
      const saving = new Program([process.execPath, script, folder]);
      await saving.prints(new RegExp(`^${10 + round}\\n`, 'm'));
      saving.kill('SIGKILL');
      const last = Number(/(\d+)\n[^\n]*$/.exec((await saving.ended()).stdout)![1]);
      reported.push(last);
      const kept = (await withStore((store) => store.load('platform/apps', anything))) as {
        n: number;
        padding: string;
      };
      expect(kept.n).toBeGreaterThanOrEqual(last);
      expect(kept.padding).toHaveLength(200_000);
    }
    expect(Math.min(...reported)).toBeGreaterThanOrEqual(10);
  });
});

describe('a process killed while it removes', () => {
  it('leaves all of a folder or nothing, and the next start clears away what is left of it', async () => {
    const documents = 400;
    // Kills itself as soon as anything is gone.
    const script = await bundleForNode(`
      import { existsSync, readdirSync } from 'node:fs';
      import { FileStore } from './src/platform/persistence/file-store.ts';
      const [, , folder] = process.argv;
      const store = await FileStore.open(folder);
      await Promise.all(Array.from({ length: ${documents} }, (_, n) => store.save('tenants/a/' + n, { n })));
      void store.clear('tenants/a/');
      const kept = folder + '/state/tenants/a';
      const watch = () => {
        if (!existsSync(kept) || readdirSync(kept).length < ${documents}) process.kill(process.pid, 'SIGKILL');
        setImmediate(watch);
      };
      watch();`);
    await new Program([process.execPath, script, folder]).ended();
    const kept = await withStore((store) =>
      Promise.all(Array.from({ length: documents }, (_, n) => store.load(`tenants/a/${n}`, anything))),
    );
    expect([0, documents]).toContain(kept.filter((document) => document !== undefined).length);
    expect(await readdir(folder)).not.toContain('removed');
  });
});
