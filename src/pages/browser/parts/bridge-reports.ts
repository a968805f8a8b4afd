import type { Traffic } from '../../../bridge/peer.ts';
import { call } from './api.ts';

/** The part of a message that goes into the emulator's journal. */
export interface BridgeReport {
  appId: string;
  surface: string;
  direction: Traffic['direction'];
  type: string;
  /** Method or topic. */
  name: string;
  problem?: string;
}

const batchEveryMs = 300;
/** A larger batch is reported in part, to save space in the journal. */
const longestBatch = 500;

/**
 * Reports bridge messages to the emulator's journal in small batches, without bodies, because they may contain tokens.
 */
export class BridgeReports {
  #waiting: BridgeReport[] = [];
  #planned = false;

  constructor(private readonly tenantId: string) {}

  add(report: BridgeReport): void {
    if (this.#waiting.length < longestBatch) this.#waiting.push(report);
    if (this.#planned) return;
    this.#planned = true;
    setTimeout(() => {
      this.#planned = false;
      const messages = this.#waiting.splice(0);
      // Reports may be lost; a page that the user leaves loses its last ones.
      void call('POST', `tenants/${this.tenantId}/bridge-messages`, { messages }).catch(() => undefined);
    }, batchEveryMs);
  }
}
