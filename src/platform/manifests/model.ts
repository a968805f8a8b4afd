/** A parsed manifest of either generation of the vendor's format. */
export interface Manifest {
  /** 1: `manifest.json`; 2: `app.json`. */
  generation: 1 | 2;
  /** Stays the same while texts change: `technicalName`, or the short name of version 1. */
  identifier: string;
  name: string;
  /** The name that users see in Hub and ERP: `name.full`, or the listing's name. */
  displayName: string;
  version: string;
  /** The only icon that the emulator shows: a URL, or undefined. */
  icon?: string;
  lifecycle: { setupUrl?: string; connectUrl?: string; disconnectUrl?: string };
  launcher?: { redirectUrl: string; closedPreviewUrl?: string };
  erp: {
    headlessUrl?: string;
    menuItems: MenuItem[];
    panes: Pane[];
    /** Scopes that the app requests; granted at installation. */
    scopes: string[];
    webhooks: WebhookSubscription[];
  };
  /** Set if the app may sign users in from the browser without a secret (PKCE). */
  publicClient?: { redirectUris: string[]; postLogoutRedirectUris: string[] };
  /** The submitted manifest, for display and editing. */
  source: Record<string, unknown>;
}

export interface MenuItem {
  id: string;
  name: string;
  /** Undefined for an item that only groups its children. */
  url?: string;
  children: MenuItem[];
}

export const paneContexts = ['customers', 'salesorders', 'items'] as const;
export type PaneContext = (typeof paneContexts)[number];

export interface Pane {
  id: string;
  title: string;
  url: string;
  context: PaneContext;
  matchChildContext: boolean;
  requiredScopes: string[];
}

export interface WebhookSubscription {
  topics: string[];
  url: string;
}
