import type { Traffic } from '../../../bridge/peer.ts';
import { parseMessage } from '../../../bridge/protocol.ts';
import { element } from './dom.ts';

/** Number of messages that the log keeps, so that a flood cannot exhaust the page's memory. */
const keptMessages = 500;

/** One message of the list. */
interface Entry {
  where: string;
  traffic: Traffic;
  type: string;
  name: string;
  time: string;
  /** Milliseconds since its request; undefined for requests. */
  took: number | undefined;
  /** Number of messages that the entry stands for. */
  count: number;
  /** The place that shows the number once the entry is drawn. */
  counter: HTMLElement;
}

/**
 * The latest bridge messages of all frames. Drawn once per animation frame and only while it is visible, so that a
 * flood of messages costs the page no more than a busy app.
 */
export class MessageLog {
  readonly element = element('ol', { class: 'messages', 'aria-live': 'off' });
  #entries: Entry[] = [];
  /** Number of entries at the end that are not drawn yet. */
  #undrawn = 0;
  #planned = false;
  #visible = false;
  readonly #begun = new Map<string, number>();

  /**
   * @param where the frame and the number of its bridge
   * @param name the method or topic, or empty
   * @param type default: the type of the message
   */
  add(where: string, traffic: Traffic, name: string, type?: string): void {
    const message = parseMessage(traffic.data);
    this.#entries.push({
      where,
      traffic,
      name,
      type: type ?? message?.type ?? 'INVALID',
      time: new Date().toISOString().slice(11, 23),
      took: message && this.#timed(`${where}/${message.id}`),
      count: 1,
      counter: element('span', { class: 'count' }),
    });
    if (this.#entries.length > keptMessages) this.#entries.shift();
    this.#undrawn = Math.min(this.#undrawn + 1, keptMessages);
    this.#plan();
  }

  /** Counts a message in the latest entry, if that has the same place and name, and otherwise adds it. */
  fold(where: string, traffic: Traffic, name: string): void {
    const latest = this.#entries.at(-1);
    if (latest?.where !== where || latest.name !== name) this.add(where, traffic, name);
    else latest.counter.textContent = `×${++latest.count}`;
  }

  clear(): void {
    this.#entries = [];
    this.#undrawn = 0;
    this.element.replaceChildren();
  }

  show(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#draw();
  }

  #plan(): void {
    if (!this.#visible || this.#planned) return;
    this.#planned = true;
    requestAnimationFrame(() => {
      this.#planned = false;
      this.#draw();
    });
  }

  #draw(): void {
    const fresh = this.#undrawn === 0 ? [] : this.#entries.slice(-this.#undrawn);
    this.#undrawn = 0;
    this.element.append(...fresh.map(line));
    while (this.element.childElementCount > keptMessages) this.element.firstElementChild?.remove();
    this.element.scrollTop = this.element.scrollHeight;
  }

  /** @returns milliseconds from a request to its answer, for the second message with this key */
  #timed(key: string): number | undefined {
    const begun = this.#begun.get(key);
    if (begun !== undefined) {
      this.#begun.delete(key);
      return performance.now() - begun;
    }
    this.#begun.set(key, performance.now());
    const [oldest] = this.#begun.keys();
    if (this.#begun.size > keptMessages && oldest !== undefined) this.#begun.delete(oldest);
    return undefined;
  }
}

function line({
  where,
  traffic: { direction, data, problem },
  type,
  name,
  time,
  took,
  counter,
}: Entry): HTMLElement {
  return element(
    'li',
    { class: direction, 'data-type': type, 'data-name': name },
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('time', {}, time),
        element('b', { 'aria-label': direction }, direction === 'received' ? '→' : '←'),
        element('span', { class: 'where' }, where),
        element('code', {}, type),
        element('strong', {}, name),
        counter,
        element('span', { class: 'took' }, took === undefined ? '' : `${took.toFixed(1)} ms`),
        problem !== undefined && element('em', {}, problem),
      ),
      element('pre', {}, shown(type === 'INVALID' ? data : (data as { body?: unknown } | undefined)?.body)),
    ),
  );
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? 'undefined';
  } catch {
    // Structured clone carries values that JSON cannot: cycles, BigInt.
    return String(value);
  }
}
