import { readFile } from 'node:fs/promises';
import { stableUuid } from '../platform/stable-uuid.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import type { App, InstallationStatus } from '../platform/model.ts';
import { InvalidInput } from '../platform/problems.ts';
import { slugOf } from '../platform/registry.ts';
import type { EmulatorControl } from './emulator-control.ts';

/** An app to start with: its manifest file, and where its pages run if elsewhere than it says. */
export interface AppFileRequest {
  /** Path of a JSON file. */
  file: string;
  /** Replaces the origin of every URL in the manifest. */
  baseUrl?: string;
  map: readonly (readonly [from: string, to: string])[];
  /** Tenant id or slug. */
  tenant: string;
  /** A setup that is complete stays so, whatever stands here. */
  status: InstallationStatus;
}

/**
 * Registers the app of a manifest file, or registers it anew, and installs it. Ids and secret follow from the app's
 * name, so that they stay the same on every run, with or without kept state.
 * @throws InvalidInput with the file in every path; NotFound for the tenant
 */
export async function registerAppFile(control: EmulatorControl, request: AppFileRequest): Promise<App> {
  const { registry } = control.platform;
  const tenant = registry.tenant(request.tenant);
  const manifest = withBaseUrl(mapUrls(await readManifest(request.file), request.map), request.baseUrl);
  try {
    const app = await registerStably(control, manifest);
    const before = registry.findInstallation(app.id, tenant.id)?.status;
    const status = before === 'SETUP_COMPLETED' ? before : request.status;
    control.startApps.keep(app, await control.install(app.id, tenant.id, status), request.status);
    return app;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.problems.map((problem) => ({ ...problem, path: `${request.file}: ${problem.path}` })),
    );
  }
}

async function registerStably(control: EmulatorControl, manifest: unknown): Promise<App> {
  const { registry } = control.platform;
  const slug = slugOf(control.parseManifest(manifest).manifest.identifier);
  const known = registry.findApp(slug);
  if (known !== undefined) return (await control.updateApp(known.id, manifest)).app;
  const credentials = {
    appId: stableUuid(`app ${slug}`),
    clientId: `${slug}-client`,
    clientSecret: `${slug}-secret`,
    slug,
  };
  return (await control.registerApp({ manifest, ...credentials })).app;
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

/** The manifest with every origin that its URLs have replaced by one. */
function withBaseUrl(manifest: unknown, baseUrl: string | undefined): unknown {
  if (baseUrl === undefined) return manifest;
  const origins = new Set(JSON.stringify(manifest).match(/(?<=")https?:\/\/[^/"?#]+/g));
  return mapUrls(
    manifest,
    [...origins].map((origin) => [origin, baseUrl] as const),
  );
}
