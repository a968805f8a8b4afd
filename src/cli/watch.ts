import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { RunningEmulator } from '../emulator.ts';
import type { Flags } from '../flags.ts';
import { registerApps } from '../start.ts';

/**
 * Registers the manifests of `--app` again whenever one of their files changes; a faulty one is named in the log and
 * leaves the app as it was. Watches folders, because editors replace files.
 */
export function watchManifests(emulator: RunningEmulator, flags: Flags): void {
  const { log } = emulator.platform;
  for (const { file } of flags.app ?? []) {
    const watcher = watch(dirname(file), { persistent: false }, (_event, changed) => {
      if (changed !== basename(file)) return;
      registerApps(emulator, flags).then(
        () => {
          log.info({ file }, 'manifest registered again');
        },
        (error: unknown) => {
          log.warn({ file, reason: (error as Error).message }, 'manifest not registered');
        },
      );
    });
    watcher.unref();
  }
}
