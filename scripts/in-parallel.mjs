// `node scripts/in-parallel.mjs SCRIPT...`: runs scripts of package.json at the same time. Each one's output comes in one
// piece, and the exit code is 1 when one of them fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

async function run(script) {
  const shell = process.platform === 'win32';
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'], shell });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
  const [code] = await once(child, 'close');
  process.stdout.write(Buffer.concat(output));
  if (code !== 0) console.error(`npm run ${script} failed`);
  return code;
}

const codes = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
