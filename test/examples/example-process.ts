import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An example app that runs as its users run it: a Node process of its own. */
export interface ExampleProcess {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts an example on a free port and waits for the line that tells its URL.
 * @param environment what the emulator hands out for the app
 */
export async function startExample(
  file: string,
  environment: Record<string, string>,
): Promise<ExampleProcess> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...environment, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url === undefined) continue;
    const close = () => {
      child.kill();
      return ended;
    };
    return { url, close };
  }
  throw new Error(`${file} ended before it listened`);
}
