import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { startEmulator, type Emulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  await cli(['switches', 'set', 'refuseHtml=true']);
});

afterAll(async () => {
  await emulator.close();
});

async function cli(args: readonly string[]): Promise<{ code: number; error: string }> {
  let error = '';
  const code = await runCli([...args], {
    env: { JTL_EMULATOR_URL: emulator.url },
    write: () => undefined,
    writeError: (text) => (error += text),
  });
  return { code, error };
}

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const funkloch = 'c0ffee00-1234-4abc-8def-0123456789ab';

const items = async (appId: string, tenant: string): Promise<Response> =>
  fetch(`${emulator.url}/erp/v2/items`, {
    headers: {
      Authorization: `Bearer ${await emulator.tokens.access({ appId })}`,
      'X-Tenant-ID': tenant,
    },
  });

/** A request that is refused until the command that the refusal names has run. */
const refused: Readonly<Record<string, () => Promise<Response>>> = {
  'an app that is not installed': () => items('uninvited', bergmann),
  'a tenant whose Wawi is not connected': () => items('hello-world', funkloch),
  'HTML in a body': async () =>
    fetch(`${emulator.url}/erp/v2/labels`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await emulator.tokens.access({})}`,
        'X-Tenant-ID': bergmann,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ name: '<b>Neu</b>' }),
    }),
};

/** @returns the arguments of the commands that a text names in quotes */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/'(?:npx )?jtl-emulator ([^'\n]+)'/g)].map(([, args = '']) => args);
}

describe('the command that a refusal advises', () => {
  it.each(Object.entries(refused))('helps: %s', async (_what, ask) => {
    const answer = await ask();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const commands = commandsIn(answer.headers.get('x-emulator-reason') ?? '');
    expect(commands).toHaveLength(1);
    expect(await cli((commands[0] ?? '').split(' '))).toEqual({ code: 0, error: '' });
    expect((await ask()).status).toBeLessThan(300);
  });

  it('is one that the CLI has, wherever the sources name it', async () => {
    const files = (await readdir('src', { recursive: true })).filter((file) => file.endsWith('.ts'));
    const unknown: string[] = [];
    for (const file of files) {
      const commands = commandsIn(await readFile(join('src', file), 'utf8'));
      for (const command of commands) {
        const args = command.replaceAll(/\$\{[^}]*\}/g, 'VALUE').split(' ');
        const words = args.filter((arg) => /^[a-z-]+$/.test(arg) && !arg.startsWith('-'));
        const { code } = await cli([...words, '--help']);
        if (code !== 0) unknown.push(`${file}: jtl-emulator ${command}`);
      }
    }
    expect(unknown).toEqual([]);
  });
});
