import type { PaneContext } from './manifests/model.ts';

/** What tests and tools send to the open ERP shells of a tenant, past the mouse. */
export type BridgeSignal =
  | { kind: 'event'; topic: string; payload: unknown }
  | { kind: 'selection'; context: PaneContext; id: string };

/** Carries signals of the control API to the shells that are open in browsers. */
export class BridgeFeed {
  readonly #shells = new Map<string, Set<(signal: BridgeSignal) => void>>();

  /** @returns how many open shells of the tenant it went to */
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
