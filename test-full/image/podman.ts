import { copyFile, cp, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program, cleanEnvironment, missing, run } from '../../test/programs.ts';
import { registryMissing } from '../../test/registry.ts';

/** In milliseconds; for hangs. The base is downloaded. */
export const limit = 600_000;

/** Why the image cannot be built and run here; undefined: it can, as far as that is known beforehand. */
export const podmanMissing =
  ['podman', 'docker-compose', 'debootstrap'].map(missing).find((reason) => reason !== undefined) ??
  (process.getuid?.() === 0 ? registryMissing : 'debootstrap needs root');

/**
 * Settings for machines that are containers themselves: limits as low as theirs, and the runtime that knows older
 * control groups, where it is installed.
 */
const settings = [
  '[containers]',
  'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]',
  ...(missing('runc') === undefined ? ['[engine]', 'runtime = "runc"'] : []),
];

/** Podman with settings of its own, and Docker Compose that speaks to it. */
export class Podman {
  private constructor(
    private readonly environment: Record<string, string>,
    private readonly service: Program,
  ) {}

  static async open(): Promise<Podman> {
    const folder = await mkdtemp(join(tmpdir(), 'podman-'));
    const file = join(folder, 'containers.conf');
    const socket = `unix://${folder}/podman.sock`;
    await writeFile(file, settings.join('\n'));
    const environment = { CONTAINERS_CONF: file, DOCKER_HOST: socket };
    const env = cleanEnvironment(environment);
    return new Podman(environment, new Program(['podman', 'system', 'service', '--time=0', socket], { env }));
  }

  async close(): Promise<void> {
    this.service.kill('SIGTERM');
    await this.service.ended();
  }

  run(args: readonly string[]): Promise<string> {
    return run(['podman', ...args], { env: cleanEnvironment(this.environment), limit });
  }

  /** @param variables that the compose file names */
  compose(args: readonly string[], variables: Record<string, string> = {}): Promise<string> {
    const env = cleanEnvironment({ ...this.environment, ...variables });
    return run(['docker-compose', ...args], { env, limit });
  }

  /**
   * Makes an image of a minimal Debian with this machine's Node and npm, as the Dockerfile's base has them.
   * @param name of the image
   */
  async makeBase(name: string): Promise<void> {
    const root = join(await mkdtemp(join(tmpdir(), 'image-base-')), 'root');
    const debian = ['--variant=minbase', '--include=libstdc++6,ca-certificates', 'bookworm', root];
    await run(['debootstrap', ...debian], { limit });
    const modules = join(root, 'usr/local/lib/node_modules');
    await copyFile(process.execPath, join(root, 'usr/local/bin/node'));
    await cp(join((await run(['npm', 'root', '--global'])).trim(), 'npm'), join(modules, 'npm'), {
      recursive: true,
    });
    await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
    await run(['chroot', root, 'useradd', '--uid', '1000', 'node']);
    const archive = `${root}.tar`;
    await run(['tar', '-C', root, '-cf', archive, '.'], { limit });
    await this.run(['import', archive, name]);
  }
}
