import { readFile, writeFile } from 'node:fs/promises';
import { registerAppFile } from './control/app-files.ts';
import { type RunningEmulator, createEmulator } from './emulator.ts';
import { filledDotEnv, filledSettings } from './environment-file.ts';
import { type Flags, configFrom, tlsFolderOf } from './flags.ts';
import { type Log, createLog } from './platform/log.ts';
import type { Progress } from './platform/progress.ts';
import type { App } from './platform/model.ts';

/** Where apps of `--app` go when no tenant is named. */
const defaultTenant = 'bergmann-outdoor';

/** The port of HTTPS, which apps that name the real hosts ask. */
const usualTlsPort = 443;

/**
 * Starts an emulator from settings and registers the apps they name.
 * @param defaults what applies where the settings say nothing
 * @throws InvalidInput, NotFound, UnusableFolder, ListenFailure
 */
export async function startFromFlags(
  flags: Flags,
  defaults: { port: number; dataDir?: string; log: Log; progress?: Progress },
): Promise<RunningEmulator> {
  const { tlsPort = usualTlsPort, httpsPort, proxyPort } = flags;
  const dataDir = flags.ephemeral === true ? undefined : (flags.dataDir ?? defaults.dataDir);
  const emulator = await createEmulator({
    ...configFrom(flags),
    port: flags.port ?? defaults.port,
    log: flags.log === undefined ? defaults.log : createLog(flags.log),
    ...(defaults.progress !== undefined && { progress: defaults.progress }),
    ...(flags.host !== undefined && { host: flags.host }),
    ...(flags.publicUrl !== undefined && { publicUrl: flags.publicUrl }),
    ...(flags.fixtures !== undefined && { fixtures: flags.fixtures }),
    ...(dataDir !== undefined && { dataDir }),
    ...((flags.tls === true || flags.tlsPort !== undefined) && { tlsPort }),
    ...(httpsPort !== undefined && { httpsPort }),
    ...(proxyPort !== undefined && { proxyPort }),
    tlsFolder: tlsFolderOf(flags),
    env: process.env,
  });
  try {
    const apps = await registerApps(emulator, flags);
    if (flags.writeEnv !== undefined) await writeEnvironment(emulator, flags, flags.writeEnv, apps[0]);
    return emulator;
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/** Registers every `--app`; also called again by `--watch`. */
export async function registerApps(emulator: RunningEmulator, flags: Flags): Promise<App[]> {
  const apps: App[] = [];
  for (const { file, baseUrl } of flags.app ?? []) {
    const request = {
      file,
      ...(baseUrl !== undefined && { baseUrl }),
      map: flags.map ?? [],
      tenant: flags.tenant ?? defaultTenant,
      status: flags.setup === 'pending' ? ('SETUP_PENDING' as const) : ('SETUP_COMPLETED' as const),
    };
    apps.push(await registerAppFile(emulator.control, request));
  }
  return apps;
}

/** Fills a `.env` file, or a .NET settings file by its `.json`; what else stands in it stays. */
async function writeEnvironment(
  emulator: RunningEmulator,
  flags: Flags,
  file: string,
  app?: App,
): Promise<void> {
  const variables = emulator.control.environment(app?.id, flags.tenant);
  const before = await readFile(file, 'utf8').catch(() => '');
  const text = file.endsWith('.json')
    ? filledSettings(before, variables, file)
    : filledDotEnv(before, variables);
  await writeFile(file, text, { mode: 0o600 });
}
