import {
  type Emulator,
  InvalidInput,
  type StartOptions,
  type TokensApi,
  startEmulator,
} from 'jtl-platform-emulator';
import { type AppBridge as Bridge, createAppBridge } from 'jtl-platform-emulator/app-bridge';
import { JtlEmulatorContainer } from 'jtl-platform-emulator/testcontainers';
import { type TestHost, createTestHost, surfaceUrl } from 'jtl-platform-emulator/testing';

const options: StartOptions = { log: 'silent', profile: 'teach' };

async function items(emulator: Emulator, tokens: TokensApi): Promise<number> {
  const { JTL_TENANT_ID = '' } = emulator.env();
  const answer = await fetch(`${emulator.url}/erp/v1/items`, {
    headers: { Authorization: `Bearer ${await tokens.access()}`, 'X-Tenant-ID': JTL_TENANT_ID },
  });
  return ((await answer.json()) as { TotalItems: number }).TotalItems;
}

async function setup(): Promise<boolean> {
  const host: TestHost = createTestHost({ surface: 'setup' });
  const bridge: Bridge = await createAppBridge();
  await bridge.method.call('setupCompleted');
  host.close();
  return host.setupCompleted;
}

async function refusal(): Promise<string> {
  try {
    await startEmulator({ port: -1 });
    return 'none';
  } catch (error) {
    return error instanceof InvalidInput ? (error.problems[0]?.path ?? 'no path') : 'another error';
  }
}

async function main(): Promise<void> {
  const emulator = await startEmulator(options);
  const link = new URL(surfaceUrl(emulator.url, { tenant: 'neuland', app: 'hello-world' }));
  const image = new JtlEmulatorContainer('image').withEnvironment({ JTL_EMULATOR_PROFILE: 'strict' });
  console.log(await items(emulator, emulator.tokens), await setup(), await refusal(), link.pathname);
  console.log(image instanceof JtlEmulatorContainer);
  await emulator.close();
}

void main();
