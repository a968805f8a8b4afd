import type { PaneContext } from './manifests/model.ts';

/** A signal of tests and tools for the open ERP shells of a tenant, in place of a user's click. */
export type BridgeSignal =
  | { kind: 'event'; topic: string; payload: unknown }
  | { kind: 'selection'; context: PaneContext; id: string };

/** Sends signals of the control API to the shells that are open in browsers. */
export class BridgeFeed {
  readonly #shells = new Map<string, Set<(signal: BridgeSignal) => void>>();

  /** @returns the number of the tenant's open shells */
  send(tenantId: string, signal: BridgeSignal): number {
    const shells = this.#shells.get(tenantId) ?? new Set();
    for (const receive of shells) receive(signal);
    return shells.size;
  }

  /** @returns ends the subscription */
  subscribe(tenantId: string, receive: (signal: BridgeSignal) => void): () => void {
    const shells = this.#shells.get(tenantId) ?? new Set();
    this.#shells.set(tenantId, shells.add(receive));
    return () => {
      shells.delete(receive);
      if (shells.size === 0) this.#shells.delete(tenantId);
    };
  }
}
