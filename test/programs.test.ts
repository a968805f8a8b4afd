import { afterEach, describe, expect, it, vi } from 'vitest';
import { freePort, refusingPort } from './ports.ts';
import { Program, cleanEnvironment, endPrograms, missing, run } from './programs.ts';

afterEach(() => {
  endPrograms();
  vi.unstubAllEnvs();
});

const node = (script: string) => [process.execPath, '-e', script];

describe('a program that a test runs', () => {
  it('has nothing in its environment that could steer it', async () => {
    for (const name of ['JTL_EMULATOR_URL', 'NODE_OPTIONS', 'http_proxy', 'CI']) vi.stubEnv(name, 'x');
    const seen = await run(node('console.log(JSON.stringify(process.env))'), {
      env: cleanEnvironment({ OWN: '1' }),
    });
    expect(JSON.parse(seen)).toMatchObject({ OWN: '1', PATH: process.env['PATH'] });
    expect(seen).not.toMatch(/JTL_|NODE_OPTIONS|http_proxy|CI"/);
  });

  it('is waited for until it prints, or ends without', async () => {
    const program = new Program(node('console.log("port 17"); console.error("oops"); process.exitCode = 3'));
    expect((await program.prints(/port (\d+)/))[1]).toBe('17');
    await expect(program.prints(/never/)).rejects.toThrow(
      /before it printed \/never\/.* ended with 3: oops/s,
    );
    expect(await program.ended()).toEqual({ code: 3, signal: null, stdout: 'port 17\n', stderr: 'oops\n' });
  });

  it('may end without a reader of its output', async () => {
    const program = new Program(node('console.log(1)'));
    await program.prints(/1/);
    await program.ended();
  });

  it('fails with its words when it is run to its end', async () => {
    await expect(run(node('console.error("no"); process.exit(1)'))).rejects.toMatchObject({
      code: 1,
      stderr: 'no\n',
    });
    await expect(run(['no-such-program'])).rejects.toThrow('ENOENT');
    await expect(run(node('setInterval(() => 0, 1000)'), { limit: 1 })).rejects.toThrow(
      /in vain for .* to end/,
    );
  });

  it('may be missing', () => {
    expect(missing(process.execPath)).toBeUndefined();
    expect(missing('no-such-program')).toBe('no no-such-program on this machine');
  });
});

describe('ports of tests', () => {
  it('are free, or refuse', async () => {
    expect(await freePort()).toBeLessThan(30_000);
    const { port, release } = await refusingPort();
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
    release();
  });
});
