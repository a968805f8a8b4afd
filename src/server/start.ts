import { writeFile } from 'node:fs/promises';
import { type RegisteredAppFile, registerAppFile } from '../control/app-files.ts';
import { type RunningEmulator, createEmulator } from './emulator.ts';
import { filledDotEnv, filledSettings, frontEndVariables, isOfFrontEnd } from './environment-file.ts';
import { type AppFile, type Flags, configFrom, tlsFolderOf } from './settings.ts';
import { type Log, createLog } from '../platform/log.ts';
import type { Progress } from '../platform/progress.ts';
import type { App } from '../platform/model.ts';
import { InvalidInput } from '../platform/problems.ts';
import { readIfPresent } from '../platform/read-if-present.ts';

/** The tenant that `--app` installs into by default. */
const defaultTenant = 'bergmann-outdoor';

/** The default port of HTTPS, which apps that name the real hosts use. */
const usualTlsPort = 443;

/** An emulator with the apps of `--app`, in their order; `--write-env` and `exec` use the variables of the first one. */
export interface StartedEmulator {
  emulator: RunningEmulator;
  apps: readonly App[];
  /** How each file of `--app` was registered. */
  registered: readonly RegisteredAppFile[];
}

/**
 * Starts an emulator from settings and registers the apps that they name.
 * @param defaults values for settings that are not given
 * @throws InvalidInput, NotFound, UnusableFolder, ListenFailure
 */
export async function startFromFlags(
  flags: Flags,
  defaults: { port: number; dataDir?: string; log: Log; progress?: Progress },
): Promise<StartedEmulator> {
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
    ...(flags.map !== undefined && { map: flags.map }),
    ...(dataDir !== undefined && { dataDir }),
    ...((flags.tls === true || flags.tlsPort !== undefined) && { tlsPort }),
    ...(httpsPort !== undefined && { httpsPort }),
    ...(proxyPort !== undefined && { proxyPort }),
    tlsFolder: tlsFolderOf(flags),
    env: process.env,
  });
  try {
    const registered: RegisteredAppFile[] = [];
    for (const app of flags.app ?? []) registered.push(await registerApp(emulator, flags, app));
    const apps = registered.map(({ app }) => app);
    for (const file of flags.writeEnv ?? []) await writeEnvironment(emulator, flags, file, apps);
    if (flags.writeEnv !== undefined) warnOfOtherApps(emulator, apps);
    return { emulator, apps, registered };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/**
 * Registers and installs one `--app`; `--watch` calls it again.
 * @throws InvalidInput naming the file, NotFound for the tenant
 */
export function registerApp(
  { control }: RunningEmulator,
  flags: Pick<Flags, 'map' | 'tenant' | 'setup'>,
  app: AppFile,
): Promise<RegisteredAppFile> {
  return registerAppFile(control, {
    ...app,
    map: flags.map ?? [],
    tenant: flags.tenant ?? defaultTenant,
    status: flags.setup === 'pending' ? 'SETUP_PENDING' : 'SETUP_COMPLETED',
  });
}

/** Fills a `.env` file, or a .NET settings file if it ends in `.json`; its other content stays. */
async function writeEnvironment(
  emulator: RunningEmulator,
  flags: Flags,
  file: string,
  [app]: readonly App[],
): Promise<void> {
  const all = emulator.control.environment(app?.id, flags.tenant);
  const variables = (await isOfFrontEnd(file)) ? frontEndVariables(all) : all;
  const before = await readIfPresent(file).catch((error: unknown) => {
    throw unusable(file, `cannot be read, so its other content could not be kept`, error);
  });
  const text = file.endsWith('.json')
    ? filledSettings(before ?? '', variables, file)
    : filledDotEnv(before ?? '', variables);
  await writeFile(file, text, { mode: 0o600 }).catch((error: unknown) => {
    throw unusable(file, 'cannot be written', error);
  });
}

function warnOfOtherApps({ control }: RunningEmulator, [app, ...others]: readonly App[]): void {
  if (app === undefined || others.length === 0) return;
  const left = others.map(({ slug }) => slug).join(', ');
  const message = `the files of --write-env have the variables of ${app.slug}, the first --app; those of ${left} are shown by 'jtl-emulator info'`;
  control.platform.log.warn({}, message);
}

function unusable(file: string, what: string, error: unknown): InvalidInput {
  const { code, message } = error as NodeJS.ErrnoException;
  return new InvalidInput([
    { path: file, message: `${what} (${code ?? message}); name another with --write-env` },
  ]);
}
