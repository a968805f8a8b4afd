import { resolve } from 'node:path';
import { cleanEnvironment, missing, run } from '../programs.ts';

/** Apps with hard-coded real hosts in other languages than ours, and how each is run. */
export const languages = [
  { name: 'curl', program: 'curl', command: ['sh', resolve('test/proxy/apps/flows.sh')] },
  { name: 'PHP', program: 'php', command: ['php', resolve('test/proxy/apps/flows.php')] },
  { name: 'Python', program: 'python3', command: ['python3', resolve('test/proxy/apps/flows.py')] },
].map((language) => ({ ...language, missing: missing(language.program) }));

/** Java finds proxy and certificates by its own properties alone, which `exec` sets. */
export const java = {
  name: 'Java',
  command: ['java', resolve('test/proxy/apps/Flows.java')],
  // `java FILE.java` needs the compiler.
  missing: missing('javac'),
};

/** The last line of each program's output. */
export const completed = {
  TotalItems: 12,
  key: 'Ed25519',
  valid: true,
  tenantId: '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53',
};

/** Runs one in an environment that has nothing else to help it, and reads what it printed. */
export async function runLanguage(command: readonly string[], env: Record<string, string>): Promise<unknown> {
  return JSON.parse(await run(command, { env: cleanEnvironment(env) }));
}
