import { afterEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { Program, cleanEnvironment, endPrograms } from '../programs.ts';

afterEach(endPrograms);

// Windows has no signals. A program that stays behind keeps npm's output open, so that npm never counts as ended.
describe.skipIf(process.platform === 'win32')('a SIGTERM to npm ends what its script runs', () => {
  it('by npm start', async () => {
    const npm = new Program(['npm', 'run', 'start', '--ignore-scripts', '--', '--port', '0', '--ephemeral']);
    const [, url = ''] = await npm.prints(/ on (http:\S+) /);
    npm.kill('SIGTERM');
    await npm.ended();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('by npm run example', async () => {
    await using emulator = await startEmulator();
    const env = cleanEnvironment({ JTL_EMULATOR_URL: emulator.url, PORT: '0' });
    const npm = new Program(['npm', 'run', 'example'], { env });
    const [url] = await npm.prints(/http:\/\/127\.0\.0\.1:\d+/);
    npm.kill('SIGTERM');
    await npm.ended();
    await expect(fetch(url)).rejects.toThrow();
  });
});
