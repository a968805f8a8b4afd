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
  /** Number of messages that the report stands for; default 1. */
  count?: number;
}

const batchEveryMs = 300;
/** Repeated messages are counted for this long and then reported as one. */
const foldEveryMs = 5_000;
/** A larger batch is reported in part, to save space in the journal. */
const longestBatch = 500;

/**
 * Reports bridge messages to the emulator's journal in small batches, without bodies, because they may contain tokens.
 */
export class BridgeReports {
  #waiting: BridgeReport[] = [];
  #planned = false;
  /** Repeated messages that are not reported yet, by app, surface and name. */
  readonly #folded = new Map<string, Required<Pick<BridgeReport, 'count'>> & BridgeReport>();

  constructor(private readonly tenantId: string) {}

  /** Adds a message that repeats an earlier one: it is counted, and reported with the others of its kind. */
  fold(report: BridgeReport): void {
    const key = JSON.stringify([report.appId, report.surface, report.name]);
    const known = this.#folded.get(key);
    if (known !== undefined) {
      known.count++;
      return;
    }
    this.#folded.set(key, { ...report, count: 1 });
    setTimeout(() => {
      this.add(this.#folded.get(key) ?? report);
      this.#folded.delete(key);
    }, foldEveryMs);
  }

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
