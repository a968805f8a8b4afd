import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { BridgePort, Schedule } from '../../src/bridge/protocol.ts';
import { waitUntil } from '../waiting.ts';

/** Timers that tests fire: nothing runs until the time is moved. */
export class ManualTimers {
  #now = 0;
  readonly #plans = new Set<{ at: number; run: () => void }>();

  readonly schedule: Schedule = (delayMs, run) => {
    const plan = { at: this.#now + delayMs, run };
    this.#plans.add(plan);
    return () => void this.#plans.delete(plan);
  };

  /** How many plans wait. */
  get waiting(): number {
    return this.#plans.size;
  }

  /** Moves the time, running what falls due in order, plans made on the way included. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#plans].filter((plan) => plan.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#plans.delete(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

/** The far end of a channel, spoken by hand: what a test sends is exactly what arrives. */
export class RawEnd {
  readonly received: unknown[] = [];

  constructor(readonly port: MessagePort) {
    port.on('message', (message) => this.received.push(message));
  }

  send(message: unknown): void {
    this.port.postMessage(message);
  }

  /** @returns the message number `index`, come already or yet to come */
  message(index = 0): Promise<Record<string, unknown>> {
    return waitUntil(
      `message ${index} of the far end`,
      () => this.received[index] as Record<string, unknown> | undefined,
      () => once(this.port, 'message'),
      { seen: () => this.received },
    );
  }

  close(): void {
    this.port.close();
  }
}

/** Node's ports have the `onmessage` of the browser's; only their types do not say so. */
export function bridgePort(port: MessagePort): BridgePort {
  return port as unknown as BridgePort;
}

/** A pair of Node's ports: one for the side under test, one spoken by hand. */
export function channel(): { near: BridgePort; far: RawEnd } {
  const { port1, port2 } = new MessageChannel();
  return { near: bridgePort(port1), far: new RawEnd(port2) };
}

/** Ids that tests can foretell: id-1, id-2, ... */
export function countedIds(): () => string {
  let count = 0;
  return () => `id-${++count}`;
}
