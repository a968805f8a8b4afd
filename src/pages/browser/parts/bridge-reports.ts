import type { Traffic } from '../../../bridge/peer.ts';
import { call } from './api.ts';

/** What the emulator's journal learns of a message. */
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
/** A flood is reported in part: the journal has better uses for its bytes. */
const longestBatch = 500;

/** Reports bridge messages to the emulator's journal in small batches, without bodies: they may hold tokens. */
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
      // Nothing hangs on a report; a page that is being left loses its last ones.
      void call('POST', `tenants/${this.tenantId}/bridge-messages`, { messages }).catch(() => undefined);
    }, batchEveryMs);
  }
}
