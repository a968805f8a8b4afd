import type { ExposedMethod } from './peer.ts';

/** The places that can show an app's page (platform.md section 7). The Hub's launcher is a tab without a bridge. */
export const surfaceKinds = ['setup', 'erp', 'pane', 'headless'] as const;
export type SurfaceKind = (typeof surfaceKinds)[number];

/** The kinds of records that can be selected in the ERP, with the method and the event of a pane of that context. */
export const selectionContexts = {
  customers: { method: 'getCurrentCustomerId', topic: 'CustomerChanged', key: 'customerId' },
  salesorders: { method: 'getCurrentSalesOrderId', topic: 'SalesOrderChanged', key: 'salesOrderId' },
  items: { method: 'getCurrentItemId', topic: 'ItemChanged', key: 'itemId' },
} as const;
export type SelectionContext = keyof typeof selectionContexts;

/** The sources of the host methods' results. */
export interface SurfaceAnswers {
  sessionToken(): Promise<string>;
  appToken(): Promise<string>;
  now(): Date | Promise<Date>;
  /** The v2 key of the selected record, or null before any selection [choice]. */
  selected(context: SelectionContext): string | null;
  setupCompleted(): Promise<void>;
}

/** The methods a surface's bridges expose, and those that only its first bridge has. */
export interface SurfaceMethods {
  every: Record<string, ExposedMethod>;
  firstOnly: Record<string, ExposedMethod>;
}

/**
 * @param kind the surface
 * @param context the pane's context; other surfaces have none
 * @param answers the sources of the results
 */
export function surfaceMethods(
  kind: SurfaceKind,
  context: SelectionContext | undefined,
  answers: SurfaceAnswers,
): SurfaceMethods {
  const tokens = {
    getSessionToken: () => answers.sessionToken(),
    getAppToken: async () => ({ accessToken: await answers.appToken() }),
  };
  const own: Record<SurfaceKind, () => SurfaceMethods> = {
    setup: () => ({ every: tokens, firstOnly: { setupCompleted: () => answers.setupCompleted() } }),
    erp: () => ({ every: { ...tokens, getCurrentTime: () => answers.now() }, firstOnly: {} }),
    pane: () => ({ every: { ...tokens, ...selectionMethod(context, answers) }, firstOnly: {} }),
    headless: () => ({ every: tokens, firstOnly: {} }),
  };
  return own[kind]();
}

function selectionMethod(
  context: SelectionContext | undefined,
  answers: SurfaceAnswers,
): Record<string, ExposedMethod> {
  if (context === undefined) return {};
  return { [selectionContexts[context].method]: () => answers.selected(context) };
}

/** @returns the event that a pane receives when the selection of its context changes */
export function selectionEvent(
  context: SelectionContext,
  id: string,
): { topic: string; payload: Record<string, string> } {
  const { topic, key } = selectionContexts[context];
  return { topic, payload: { [key]: id } };
}
