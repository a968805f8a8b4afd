import { Program, cleanEnvironment } from '../programs.ts';

/** An example app that runs as its users run it: a Node process of its own. */
export interface ExampleProcess {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts an example on a free port and waits for the line with its URL.
 * @param environment the emulator's variables for the app
 */
export async function startExample(
  file: string,
  environment: Record<string, string>,
): Promise<ExampleProcess> {
  const example = new Program([process.execPath, file], {
    env: cleanEnvironment({ ...environment, PORT: '0' }),
  });
  const [url] = await example.prints(/http:\/\/127\.0\.0\.1:\d+/);
  return {
    url,
    async close() {
      example.kill('SIGTERM');
      await example.ended();
    },
  };
}
