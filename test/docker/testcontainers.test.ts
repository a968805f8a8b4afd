import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';
import {
  JtlEmulatorContainer,
  RemoteRefusal,
  type StartedJtlEmulatorContainer,
  type TestcontainersModule,
} from '../../src/testcontainers.ts';

/** The settings of the container. There is no Docker engine here, so an emulator of this process replaces it. */
const asked: Record<string, unknown> = {};
let inside: RunningEmulator;
let emulator: StartedJtlEmulatorContainer;

class ContainerWithoutDocker {
  constructor(image: string) {
    asked['image'] = image;
  }
  withExposedPorts(...ports: unknown[]): this {
    asked['ports'] = ports;
    return this;
  }
  withEnvironment(environment: Record<string, string>): this {
    asked['environment'] = environment;
    return this;
  }
  withWaitStrategy(strategy: unknown): this {
    asked['wait'] = strategy;
    return this;
  }
  async start() {
    inside = await createEmulator();
    return {
      getHost: () => '127.0.0.1',
      getMappedPort: () => inside.port,
      stop: () => inside.close(),
    };
  }
}

beforeAll(async () => {
  const testcontainers = {
    GenericContainer: ContainerWithoutDocker,
    Wait: { forHttp: (path: string, port: number) => ({ path, port }) },
  } satisfies TestcontainersModule;
  emulator = await new JtlEmulatorContainer('registry.example/jtl:1', () => Promise.resolve(testcontainers))
    .withEnvironment({ JTL_EMULATOR_PROFILE: 'strict' })
    .start();
});
afterAll(() => emulator.stop());

it('asks for the image on a port that is known before, and waits for its health', () => {
  const { ports, ...rest } = asked as { ports: { container: number; host: number }[] };
  expect(ports).toEqual([{ container: 5850, host: expect.any(Number) as number }]);
  expect(rest).toEqual({
    image: 'registry.example/jtl:1',
    environment: {
      JTL_EMULATOR_PROFILE: 'strict',
      JTL_EMULATOR_PUBLIC_URL: `http://127.0.0.1:${ports[0]!.host}`,
    },
    wait: { path: '/_emulator/v1/health', port: 5850 },
  });
});

it('returns tokens, environments and contract reports as startEmulator does', async () => {
  const { CLIENT_ID, JTL_TENANT_ID } = await emulator.env('stock-reader', 'bergmann-outdoor');
  expect([CLIENT_ID, JTL_TENANT_ID]).toEqual(['stock-reader-client', '7c9e6679-7425-40de-944b-e07fc1f90ae7']);
  const explanation = await emulator.tokens.explain(await emulator.tokens.access({ defects: ['expired'] }));
  expect(JSON.stringify(explanation)).toContain('expired');
  await emulator.tokens.expire({ kind: 'session' });
  expect(await emulator.contract.report()).toHaveProperty('violations', 0);
});

it('changes tenants and apps, and goes back', async () => {
  const before = await emulator.snapshot();
  const { slug } = await emulator.tenants.create({ slug: 'from-test' });
  expect(await emulator.tenants.update(slug, { wawi: { connected: false } })).toMatchObject({
    wawi: { connected: false },
  });
  expect(await emulator.apps.install('stock-reader', slug)).toMatchObject({ status: 'SETUP_COMPLETED' });
  const [seeded] = await emulator.tenants.seed(slug, { manufacturer: [{ id: 7, name: 'Ortlieb' }] });
  expect(seeded).toMatchObject({ kind: 'manufacturer' });
  const { clientSecret } = await emulator.apps.renewSecret('stock-reader');
  expect(clientSecret).not.toBe('stock-reader-secret');
  await emulator.restore(before);
  expect((await emulator.tenants.list()).map((tenant) => tenant.slug)).not.toContain(slug);
});

it('moves the clock, makes faults and reads the journal', async () => {
  await emulator.clock.freeze();
  await emulator.clock.set('2026-12-24T18:00:00.000Z');
  await emulator.clock.advance(60);
  expect(await emulator.clock.state()).toMatchObject({ now: '2026-12-24T18:01:00.000Z', frozen: true });
  await emulator.clock.reset();
  const { id } = await emulator.faults.add({ match: { service: 'erp' }, effect: { status: 503 } });
  expect((await fetch(`${emulator.url}/erp/info`)).status).toBe(503);
  await emulator.faults.remove(id);
  expect(await emulator.journal.entries({ status: '503' })).toMatchObject([{ path: '/erp/info' }]);
  expect(await emulator.bridge.event('bergmann-outdoor', 'CustomerChanged', {})).toBe(0);
});

it('refuses what the emulator refuses, in its words', async () => {
  const refusal = emulator.tenants.create({ slug: 'Not A Slug' });
  await expect(refusal).rejects.toThrow(RemoteRefusal);
  await expect(refusal).rejects.toMatchObject({ status: 400, problems: [{ path: '$.slug' }] });
  await expect(emulator.tenants.get('nowhere')).rejects.toThrow('nowhere: no such tenant');
});

it('says that testcontainers has to be installed', async () => {
  await expect(new JtlEmulatorContainer().start()).rejects.toThrow('npm install --save-dev testcontainers');
});
