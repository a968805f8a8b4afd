/** A manifest in the emulator's own terms; both generations of the vendor's format parse into it. */
export interface Manifest {
  /** 1: `manifest.json`; 2: `app.json`. */
  generation: 1 | 2;
  /** Stays the same while texts change: `technicalName`, or the short name of version 1. */
  identifier: string;
  name: string;
  /** What people see in Hub and ERP: `name.full`, or the listing's name. */
  displayName: string;
  version: string;
  /** The only icon needed locally; URL or absent. */
  icon?: string;
  lifecycle: { setupUrl?: string; connectUrl?: string; disconnectUrl?: string };
  launcher?: { redirectUrl: string; closedPreviewUrl?: string };
  erp: {
    headlessUrl?: string;
    menuItems: MenuItem[];
    panes: Pane[];
    /** Scopes the app asks for; granted at installation. */
    scopes: string[];
    webhooks: WebhookSubscription[];
  };
  /** Present when the app may sign users in from the browser without a secret (PKCE). */
  publicClient?: { redirectUris: string[]; postLogoutRedirectUris: string[] };
  /** The manifest as it was handed in, for showing and editing. */
  source: Record<string, unknown>;
}

export interface MenuItem {
  id: string;
  name: string;
  /** Absent for an item that only groups its children. */
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
