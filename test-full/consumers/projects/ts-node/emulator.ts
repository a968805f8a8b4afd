import { startEmulator } from 'jtl-platform-emulator';
import { createTestHost } from 'jtl-platform-emulator/testing';

async function main(): Promise<void> {
  const emulator = await startEmulator();
  const token: string = await emulator.tokens.access();
  const host = createTestHost({ surface: 'setup', emulator });
  console.log(token.split('.').length, (await emulator.tokens.explain(token)).accepted);
  host.close();
  await emulator.close();
}

void main();
