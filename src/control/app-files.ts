import { readFile } from 'node:fs/promises';
import { stableUuid } from '../platform/stable-uuid.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import type { App, Installation, InstallationStatus } from '../platform/model.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';
import { slugOf } from '../platform/slug.ts';
import type { EmulatorControl } from './emulator-control.ts';

/** An app to start with: its manifest file, and its base URL if it differs from the manifest's. */
export interface AppFileRequest {
  /** Path of a JSON file. */
  file: string;
  /** Replaces the origin of every URL in the manifest. */
  baseUrl?: string;
  map: readonly (readonly [from: string, to: string])[];
  /** Tenant id or slug. */
  tenant: string;
  /** The state of a new installation; later, a complete setup stays complete. */
  status: InstallationStatus;
}

/** The result of registering an app file. */
export interface RegisteredAppFile {
  file: string;
  app: App;
  /** The fixture or stored app that already has the manifest's slug. */
  matched: 'fixtures' | 'state' | undefined;
  installation: Installation;
}

/**
 * Registers the app of a manifest file, or registers it again, and installs it. Ids and secret follow from the app's
 * name, so that they are the same on every run, with or without stored state. All installations of the app, in every
 * tenant, get the manifest's scopes.
 * @throws InvalidInput with the file in every path; NotFound for the tenant
 */
export async function registerAppFile(
  control: EmulatorControl,
  request: AppFileRequest,
): Promise<RegisteredAppFile> {
  const { file, status } = request;
  const { registry } = control.platform;
  const tenant = registry.tenant(request.tenant);
  const manifest = withBaseUrl(mapUrls(await readManifest(file), request.map), request.baseUrl);
  try {
    const { app, matched, warnings } = await registerStably(control, manifest);
    warnOfScopes(control, file, warnings);
    const installation = await installStably(control, app, tenant.id, status);
    await grantEverywhere(control, app);
    control.startApps.keep(app, installation, status);
    return { file, app, matched, installation };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.problems.map((problem) => ({ ...problem, path: `${file}: ${problem.path}` })),
    );
  }
}

async function registerStably(
  control: EmulatorControl,
  manifest: unknown,
): Promise<Pick<RegisteredAppFile, 'app' | 'matched'> & { warnings: Problem[] }> {
  const { registry } = control.platform;
  const slug = slugOf(control.parseManifest(manifest).manifest.identifier);
  const known = registry.findApp(slug);
  if (known !== undefined) {
    const isOfFixtures = control.seed.apps.some(({ id }) => id === known.id);
    const updated = await control.updateApp(known.id, manifest);
    return { ...updated, matched: isOfFixtures ? 'fixtures' : 'state' };
  }
  const credentials = {
    appId: stableUuid(`app ${slug}`),
    clientId: `${slug}-client`,
    clientSecret: `${slug}-secret`,
    slug,
  };
  return { ...(await control.registerApp({ manifest, ...credentials })), matched: undefined };
}

/** With `--no-scopes`, scopes that the platform does not know pass; they still keep the app out of production. */
function warnOfScopes(
  { platform: { log } }: EmulatorControl,
  file: string,
  warnings: readonly Problem[],
): void {
  for (const { path, value, message } of warnings)
    if (/\.scopes\[\d+\]$/.test(path))
      log.warn({ file, path, value }, `${file}: ${path} '${String(value)}' ${message}`);
}

/** `--app` replaces an installation of the fixtures; a setup that was completed since stays complete. */
async function installStably(
  control: EmulatorControl,
  app: App,
  tenantId: string,
  wanted: InstallationStatus,
): Promise<Installation> {
  const { registry } = control.platform;
  const before = registry.findInstallation(app.id, tenantId);
  const isOfFixtures = control.seed.installations.some(
    ({ id, installedAt }) => id === before?.id && installedAt === before.installedAt,
  );
  if (isOfFixtures) await registry.uninstall(app.id, tenantId);
  const isComplete = !isOfFixtures && before?.status === 'SETUP_COMPLETED';
  return control.install(app.id, tenantId, isComplete ? before.status : wanted);
}

async function grantEverywhere({ platform: { registry } }: EmulatorControl, app: App): Promise<void> {
  const { scopes } = app.manifest.erp;
  for (const { appId, tenantId } of registry.installations)
    if (appId === app.id) await registry.updateInstallation(app.id, tenantId, { scopes: [...scopes] });
}

async function readManifest(file: string): Promise<unknown> {
  try {
    // Windows editors begin a file with a byte order mark.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new InvalidInput([
      { path: file, message: `is not a readable JSON file: ${(error as Error).message}` },
    ]);
  }
}

/** The manifest with the origin of every URL replaced. */
function withBaseUrl(manifest: unknown, baseUrl: string | undefined): unknown {
  if (baseUrl === undefined) return manifest;
  const origins = new Set(JSON.stringify(manifest).match(/(?<=")https?:\/\/[^/"?#]+/g));
  return mapUrls(
    manifest,
    [...origins].map((origin) => [origin, baseUrl] as const),
  );
}
