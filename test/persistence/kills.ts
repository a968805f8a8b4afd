import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEmulator } from '../../src/server/emulator.ts';
import { bundleForNode } from '../bundle-for-node.ts';
import { Program } from '../programs.ts';

/** Changes of all tenants and of the directory, in one call of the control API. */
export const wholeChanges = ['reset', 'restore', 'fixtures'] as const;
export type WholeChange = (typeof wholeChanges)[number];

const tenants = ['bergmann-outdoor', 'kaffee-kontor', 'neuland', 'funkloch'];

/** Inside the package, whose fixtures the program reads. */
const bundles = join(process.cwd(), 'node_modules', '.cache', 'kills');

/** Two, because one of them is removed again. */
const marksOfTenant = [{ sku: 'MARK-1' }, { sku: 'MARK-2' }];
/** How many items each tenant has without marks. */
const itemsOfFixtures = new Map<string, number>();

/** The program that is killed: it says when it begins, and when it is done. */
const program = `
  import { createEmulator } from './src/server/emulator.ts';
  const [, , folder, change] = process.argv;
  const { control } = await createEmulator({ dataDir: folder });
  const changes = {
    reset: () => control.reset(),
    restore: () => control.snapshots.restore('marked'),
    fixtures: () => control.useFixtures({ platform: { extends: 'shipped' } }),
  };
  await control.snapshots.list();
  process.stdout.write('begins\\n');
  await changes[change]();
  process.stdout.write('done\\n');
  setInterval(() => undefined, 1000);
`;

/** Kills a program at moments spread over a whole change, and checks the state that it left. */
export class Kills {
  #took = 0;

  private constructor(
    private readonly script: string,
    private readonly start: string,
    private readonly change: WholeChange,
    private readonly work: string,
  ) {}

  static async of(change: WholeChange): Promise<Kills> {
    const work = await mkdtemp(join(tmpdir(), `jtl-kills-${change}-`));
    const start = join(work, 'start');
    await prepare(start, change);
    const kills = new Kills(await bundleForNode(program, bundles), start, change, work);
    kills.#took = await kills.#uninterrupted();
    return kills;
  }

  /**
   * @param share of the time that the change takes without interruption
   * @returns the state after a restart: before, after, or the parts of both
   */
  async killedAt(share: number): Promise<string> {
    const folder = join(this.work, 'killed');
    await cp(this.start, folder, { recursive: true });
    const running = new Program([process.execPath, this.script, folder, this.change]);
    await running.prints(/^begins\n/m);
    await new Promise((resolve) => setTimeout(resolve, share * this.#took));
    running.kill('SIGKILL');
    await running.ended();
    const state = await stateOf(folder);
    await rm(folder, { recursive: true });
    return state;
  }

  async remove(): Promise<void> {
    await Promise.all(
      [this.work, dirname(this.script)].map((one) => rm(one, { recursive: true, force: true })),
    );
  }

  /** @returns milliseconds from the beginning to the end of the change */
  async #uninterrupted(): Promise<number> {
    const folder = join(this.work, 'whole');
    await cp(this.start, folder, { recursive: true });
    const running = new Program([process.execPath, this.script, folder, this.change]);
    await running.prints(/^begins\n/m);
    const began = performance.now();
    await running.prints(/^done\n/m);
    const took = performance.now() - began;
    running.kill('SIGKILL');
    await running.ended();
    const state = await stateOf(folder);
    if (state !== 'after') throw new Error(`${this.change} left the state '${state}'`);
    return took;
  }
}

/**
 * Marks every tenant by an item and a name, and the directory by an app; the restored state is marked, other states are
 * not.
 */
async function prepare(folder: string, change: WholeChange): Promise<void> {
  const { control, close } = await createEmulator({ dataDir: folder });
  for (const tenant of tenants) itemsOfFixtures.set(tenant, (await control.countData(tenant))['item'] ?? 0);
  const marked = change === 'restore' ? 'after' : 'before';
  if (marked === 'after') await mark(control);
  if (marked === 'after') {
    await control.snapshots.save('marked');
    await control.reset();
    // So that every tenant has documents that must go.
    for (const tenant of tenants) await control.seedTenant(tenant, { item: [{ sku: 'OTHER' }] });
  } else await mark(control);
  await close();
}

type Control = Awaited<ReturnType<typeof createEmulator>>['control'];

async function mark(control: Control): Promise<void> {
  for (const tenant of tenants) {
    await control.seedTenant(tenant, { item: marksOfTenant });
    await control.platform.registry.updateTenant(tenant, { name: 'Marked' });
  }
  await control.registerApp({ manifest: { technicalName: 'marked', version: '1.0.0' } });
}

async function stateOf(folder: string): Promise<string> {
  const { control, platform, close } = await createEmulator({ dataDir: folder });
  try {
    const marks = [platform.registry.findApp('marked') !== undefined];
    for (const slug of tenants) {
      const tenant = platform.registry.tenant(slug);
      marks.push(tenant.name === 'Marked');
      marks.push(
        (await control.countData(slug))['item'] === (itemsOfFixtures.get(slug) ?? 0) + marksOfTenant.length,
      );
    }
    const isMarked = marks.every(Boolean);
    if (!isMarked && marks.some(Boolean)) return `neither: ${marks.join()}`;
    const hasSnapshot = (await control.snapshots.list()).length > 0;
    return isMarked === hasSnapshot ? 'after' : 'before';
  } finally {
    await close();
  }
}
