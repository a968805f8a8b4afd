import { spawnSync } from 'node:child_process';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Apps with hard-coded real hosts in other languages than ours, and how each is run. */
export const languages = [
  { name: 'curl', program: 'curl', command: ['sh', resolve('test/proxy/apps/flows.sh')] },
  { name: 'PHP', program: 'php', command: ['php', resolve('test/proxy/apps/flows.php')] },
  { name: 'Python', program: 'python3', command: ['python3', resolve('test/proxy/apps/flows.py')] },
].map((language) => ({ ...language, missing: isMissing(language.program) }));

/** What each of them prints at its end. */
export const completed = {
  TotalItems: 12,
  key: 'Ed25519',
  valid: true,
  tenantId: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
};

/** @returns why a language cannot be tested here, or undefined */
function isMissing(program: string): string | undefined {
  const { status } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  return status === 0 ? undefined : `no ${program} on this machine`;
}

/** Runs one in an environment that has nothing else to help it, and reads what it printed. */
export async function runLanguage(
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
): Promise<unknown> {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await run(program, args, { env: { PATH, HOME, ...env } });
  return JSON.parse(stdout);
}
