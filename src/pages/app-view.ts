import type { App, Installation } from '../platform/model.ts';
import type { Manifest } from '../platform/manifests/model.ts';

/** An app as the Hub and the ERP shell show it, without credentials. */
export interface AppView {
  id: string;
  slug: string;
  name: string;
  version: string;
  icon?: string;
  setupUrl?: string;
  launcher?: Manifest['launcher'];
  headlessUrl?: string;
  menuItems: Manifest['erp']['menuItems'];
  panes: Manifest['erp']['panes'];
  /** Scopes that the manifest requests. */
  scopes: string[];
  installation?: {
    status: Installation['status'];
    scopes: string[];
    /** Scopes that a newer manifest requests and the merchant has not granted yet. */
    missingScopes: string[];
  };
}

/** @returns the view of an app, and of its installation in one tenant */
export function viewOf({ id, slug, manifest }: App, installation: Installation | undefined): AppView {
  const { lifecycle, launcher, icon, erp } = manifest;
  return {
    id,
    slug,
    name: manifest.displayName,
    version: manifest.version,
    ...(icon === undefined ? {} : { icon }),
    ...(lifecycle.setupUrl === undefined ? {} : { setupUrl: lifecycle.setupUrl }),
    ...(launcher === undefined ? {} : { launcher }),
    ...(erp.headlessUrl === undefined ? {} : { headlessUrl: erp.headlessUrl }),
    menuItems: erp.menuItems,
    panes: erp.panes,
    scopes: erp.scopes,
    ...(installation === undefined
      ? {}
      : {
          installation: {
            status: installation.status,
            scopes: installation.scopes,
            missingScopes: erp.scopes.filter((scope) => !installation.scopes.includes(scope)),
          },
        }),
  };
}
