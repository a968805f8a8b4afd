import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type RemoteEmulator, remoteEmulator } from './control/remote.ts';

export { NoControlApi, type Remote, type RemoteEmulator, RemoteRefusal } from './control/remote.ts';

/** The part of the package `testcontainers`, which the user has installed, that this module needs. */
export interface TestcontainersModule {
  GenericContainer: new (image: string) => GenericContainer;
  Wait: { forHttp(path: string, port: number): unknown };
}

interface GenericContainer {
  withExposedPorts(...ports: { container: number; host: number }[]): this;
  withEnvironment(variables: Record<string, string>): this;
  withWaitStrategy(strategy: never): this;
  start(): Promise<StartedContainer>;
}

interface StartedContainer {
  getHost(): string;
  getMappedPort(port: number): number;
  stop(): Promise<unknown>;
}

/** A running container: the API of `startEmulator()` over the network. */
export interface StartedJtlEmulatorContainer extends RemoteEmulator, AsyncDisposable {
  /** Stops and removes the container. */
  stop(): Promise<void>;
}

const emulatorPort = 5850;
const healthPath = '/_emulator/v1/health';

/**
 * The emulator's Docker image as a container of Testcontainers:
 * `await using emulator = await new JtlEmulatorContainer().start()`.
 */
export class JtlEmulatorContainer {
  #environment: Record<string, string> = {};

  /**
   * @param image built from the Dockerfile of this package's repository
   * @param load loads `testcontainers`; called when the container starts
   */
  constructor(
    private readonly image = 'jtl-platform-emulator',
    private readonly load: () => Promise<TestcontainersModule> = loadTestcontainers,
  ) {}

  /** @param variables settings as `JTL_EMULATOR_*`, such as `{JTL_EMULATOR_PROFILE: 'strict'}` */
  withEnvironment(variables: Record<string, string>): this {
    this.#environment = { ...this.#environment, ...variables };
    return this;
  }

  /** Starts the container and waits until the emulator is ready. */
  async start(): Promise<StartedJtlEmulatorContainer> {
    const { GenericContainer, Wait } = await this.load();
    // Issuers and URLs in the environment of apps name the port on the host, so it must be known before the start.
    const host = await freePort();
    const container = await new GenericContainer(this.image)
      .withExposedPorts({ container: emulatorPort, host })
      .withEnvironment({ JTL_EMULATOR_PUBLIC_URL: `http://127.0.0.1:${host}`, ...this.#environment })
      .withWaitStrategy(Wait.forHttp(healthPath, emulatorPort) as never)
      .start();
    const stop = async () => {
      await container.stop();
    };
    const url = `http://${container.getHost()}:${container.getMappedPort(emulatorPort)}`;
    return { ...remoteEmulator(url), stop, [Symbol.asyncDispose]: stop };
  }
}

async function loadTestcontainers(): Promise<TestcontainersModule> {
  const name = 'testcontainers';
  try {
    return (await import(name)) as TestcontainersModule;
  } catch (error) {
    throw new Error('the package testcontainers is not installed: npm install --save-dev testcontainers', {
      cause: error,
    });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
