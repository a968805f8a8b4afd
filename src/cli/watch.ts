import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { RunningEmulator } from '../server/emulator.ts';
import type { Flags } from '../server/settings.ts';
import { registerApp } from '../server/start.ts';

/**
 * Editors and build tools write a file in several steps, so it is read after this time without a change, in
 * milliseconds.
 */
const restMs = 50;

/**
 * Registers the manifests of `--app` again whenever one of their files changes. The log names a faulty one, and the app
 * stays as it was. Watches folders, because editors replace files.
 */
export function watchManifests(emulator: RunningEmulator, flags: Flags): void {
  const { log } = emulator.platform;
  for (const app of flags.app ?? []) {
    const { file } = app;
    const changed = settled(restMs, async () => {
      try {
        await registerApp(emulator, flags, app);
        log.info({ file }, 'manifest registered again');
      } catch (error) {
        log.warn({ file, reason: (error as Error).message }, 'manifest not registered');
      }
    });
    const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
      if (name === basename(file)) changed();
    });
    watcher.on('error', (error) => {
      log.warn(
        { file, reason: error.message },
        'manifest no longer watched; start the emulator again to watch it',
      );
      watcher.close();
    });
    watcher.unref();
  }
}

/**
 * @param ms how long to wait after the last call before the work runs, in milliseconds
 * @param work must not throw; never runs twice at the same time, and runs again after calls that came meanwhile
 * @returns the function to call at every change
 */
export function settled(ms: number, work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, ms);
  };
}
