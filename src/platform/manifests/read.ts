import type { Static } from 'typebox';
import type { manifest1, manifest2, MenuItemEntry } from './manifest.schema.ts';
import type { Manifest, MenuItem, Pane } from './model.ts';

type Manifest1 = Static<typeof manifest1>;
type Manifest2 = Static<typeof manifest2>;

/**
 * Reads a valid manifest of version 1.
 * @param source the manifest as it was submitted
 */
export function readManifest1(manifest: Manifest1, source: Record<string, unknown>): Manifest {
  const { name, version, icon, lifecycle, capabilities } = manifest;
  const iconUrl = icon?.light ?? icon?.dark;
  const headlessUrl = capabilities?.erp?.headless?.url;
  return {
    generation: 1,
    identifier: name.short,
    name: name.short,
    displayName: name.full ?? name.short,
    version,
    ...(iconUrl !== undefined && { icon: iconUrl }),
    ...sharedMembers(manifest, lifecycle?.setupUrl, headlessUrl),
    source,
  };
}

/**
 * Reads a valid manifest of version 2.
 * @param listedName the app's name in its listing
 * @param source the manifest as it was submitted
 */
export function readManifest2(
  manifest: Manifest2,
  listedName: string | undefined,
  source: Record<string, unknown>,
): Manifest {
  const { technicalName, version, lifecycle } = manifest;
  const name = listedName ?? technicalName;
  return {
    generation: 2,
    identifier: technicalName,
    name,
    displayName: name,
    version,
    ...sharedMembers(manifest, lifecycle?.configurationUrl, undefined),
    source,
  };
}

type SharedMembers = Pick<Manifest, 'lifecycle' | 'launcher' | 'erp' | 'publicClient'>;

function sharedMembers(
  { lifecycle, capabilities, authentication }: Manifest1 | Manifest2,
  setupUrl: string | undefined,
  headlessUrl: string | undefined,
): SharedMembers {
  const { connectUrl, disconnectUrl } = lifecycle ?? {};
  const { hub, erp } = capabilities ?? {};
  const launcher = hub?.appLauncher;
  const client = authentication?.publicClient;
  const subscriptions = erp?.webhooks?.subscriptions ?? [];
  return {
    lifecycle: {
      ...(setupUrl !== undefined && { setupUrl }),
      ...(connectUrl !== undefined && { connectUrl }),
      ...(disconnectUrl !== undefined && { disconnectUrl }),
    },
    ...(launcher && { launcher: launcherOf(launcher) }),
    erp: {
      ...(headlessUrl !== undefined && { headlessUrl }),
      menuItems: (erp?.menuItems ?? []).map(menuItemOf),
      panes: (erp?.pane ?? []).map(paneOf),
      scopes: [...new Set(erp?.api?.scopes)],
      webhooks: subscriptions.map(({ topics, endpoint }) => ({ topics, url: endpoint.url })),
    },
    ...(client && { publicClient: publicClientOf(client) }),
  };
}

// Keys that the platform ignores are left out here.

type Launcher = NonNullable<Manifest['launcher']>;

function launcherOf({ redirectUrl, closedPreviewUrl }: Launcher): Launcher {
  return { redirectUrl, ...(closedPreviewUrl !== undefined && { closedPreviewUrl }) };
}

type PublicClient = NonNullable<Manifest['publicClient']>;

function publicClientOf({
  redirectUris,
  postLogoutRedirectUris = [],
}: Pick<PublicClient, 'redirectUris'> & Partial<PublicClient>): PublicClient {
  return { redirectUris, postLogoutRedirectUris };
}

function menuItemOf({ id, name, url, children = [] }: MenuItemEntry): MenuItem {
  return { id, name, children: children.map(menuItemOf), ...(url !== undefined && { url }) };
}

type PaneEntry = NonNullable<NonNullable<NonNullable<Manifest2['capabilities']>['erp']>['pane']>[number];

/** A pane of version 1 has no id, so it is numbered. */
function paneOf(entry: PaneEntry, index: number): Pane {
  const {
    id = `pane-${index + 1}`,
    title,
    url,
    context,
    matchChildContext = false,
    requiredScopes = [],
  } = entry;
  return { id, title, url, context, matchChildContext, requiredScopes: [...new Set(requiredScopes)] };
}
