import { readFile, readdir, readlink } from 'node:fs/promises';

/**
 * @returns the process that listens on a local port: another emulator by its health answer, on Linux any process of the
 *   same user by /proc; otherwise undefined
 */
export async function portHolder(port: number): Promise<string | undefined> {
  return (await emulatorOn(port)) ?? (await processOn(port).catch(() => undefined));
}

async function emulatorOn(port: number): Promise<string | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/_emulator/v1/health`, {
      signal: AbortSignal.timeout(2000),
    });
    const { status, version } = (await response.json()) as { status?: string; version?: string };
    return status === 'ok' && version !== undefined ? `another jtl-emulator ${version}` : undefined;
  } catch {
    return undefined;
  }
}

/** /proc/net/tcp names the socket's inode (proc(5)), /proc/PID/fd the process that has it open. */
async function processOn(port: number): Promise<string | undefined> {
  const listening = '0A';
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = (await Promise.all(['tcp', 'tcp6'].map((file) => readFile(`/proc/net/${file}`, 'utf8'))))
    .join('\n')
    .split('\n');
  const inode = lines
    .map((line) => line.trim().split(/\s+/))
    .find((columns) => columns[1]?.endsWith(`:${wanted}`) === true && columns[3] === listening)?.[9];
  if (inode === undefined) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
      if (target !== `socket:[${inode}]`) continue;
      return `${(await readFile(`/proc/${pid}/comm`, 'utf8')).trim()} (process id ${pid})`;
    }
  }
  return undefined;
}
