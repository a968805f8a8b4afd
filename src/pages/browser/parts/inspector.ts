import type { Traffic } from '../../../bridge/peer.ts';
import { parseMessage } from '../../../bridge/protocol.ts';
import { call } from './api.ts';
import type { AppFrame, FrameWatcher } from './app-frame.ts';
import { BridgeConsole } from './bridge-console.ts';
import { actionButton, element } from './dom.ts';
import { text } from './texts.ts';

/** What the panel keeps; a flood must not eat the page's memory. */
const keptMessages = 500;
const reportEveryMs = 300;

interface ReportedMessage {
  appId: string;
  surface: string;
  direction: Traffic['direction'];
  type: string;
  name: string;
  problem?: string;
}

/** Shows every bridge message of all frames, lets a developer speak by hand, and reports to the emulator's journal. */
export class Inspector implements FrameWatcher {
  readonly panel: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly #list = element('ol', { class: 'messages', 'aria-live': 'off' });
  readonly #console = new BridgeConsole();
  readonly #begun = new Map<string, number>();
  #unreported: ReportedMessage[] = [];
  #reporting = false;

  /**
   * @param tenantId the tenant whose journal entries the messages become
   * @param setupMethodsOn as the emulator has it switched
   */
  constructor(
    private readonly tenantId: string,
    public setupMethodsOn: 'first' | 'every',
  ) {
    const everyBridge = element('input', {
      type: 'checkbox',
      'data-action': 'setup-methods-everywhere',
      checked: this.setupMethodsOn === 'every',
      on: { change: () => this.#switchSetupMethods(everyBridge.checked) },
    });
    this.panel = element(
      'aside',
      { class: 'inspector', 'aria-label': text('inspectorTitle'), hidden: true },
      element(
        'div',
        { class: 'bar' },
        element('h2', {}, text('inspectorTitle')),
        element('label', {}, everyBridge, ` ${text('setupMethodsEverywhere')}`),
        actionButton('clear-inspector', text('clear'), () => this.#list.replaceChildren()),
        actionButton('close-inspector', text('close'), () => this.#show(false)),
      ),
      element('div', { class: 'inspector-body' }, this.#list, this.#console.element),
    );
    this.toggle = actionButton('inspector', text('inspector'), () => this.#show(this.panel.hidden), {
      'aria-expanded': 'false',
    });
  }

  opened(frame: AppFrame): void {
    this.#console.add(frame);
  }

  closed(frame: AppFrame): void {
    this.#console.remove(frame);
  }

  saw(frame: AppFrame, traffic: Traffic & { bridge: number }): void {
    const message = parseMessage(traffic.data);
    const name = nameOf(message?.body) ?? '';
    this.#list.append(this.#entry(frame, traffic, name));
    while (this.#list.childElementCount > keptMessages) this.#list.firstElementChild?.remove();
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#report({
      appId: frame.scene.app.id,
      surface: frame.scene.surface,
      direction: traffic.direction,
      type: message?.type ?? 'INVALID',
      name,
      ...(traffic.problem === undefined ? {} : { problem: traffic.problem }),
    });
  }

  #switchSetupMethods(every: boolean): void {
    this.setupMethodsOn = every ? 'every' : 'first';
    void call('PATCH', 'session', { setupMethodsOn: this.setupMethodsOn });
  }

  #show(visible: boolean): void {
    this.panel.hidden = !visible;
    this.toggle.setAttribute('aria-expanded', String(visible));
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  #entry(
    frame: AppFrame,
    { direction, data, bridge, problem }: Traffic & { bridge: number },
    name: string,
  ): HTMLElement {
    const message = parseMessage(data);
    const took = this.#timed(`${frame.label}/${message?.id ?? ''}`);
    return element(
      'li',
      { class: direction, 'data-type': message?.type ?? 'INVALID', 'data-name': name },
      element(
        'details',
        {},
        element(
          'summary',
          {},
          element('time', {}, new Date().toISOString().slice(11, 23)),
          element('b', { 'aria-label': direction }, direction === 'received' ? '→' : '←'),
          element('span', { class: 'where' }, `${frame.label} #${bridge}`),
          element('code', {}, message?.type ?? 'INVALID'),
          element('strong', {}, name),
          element('span', { class: 'took' }, took === undefined ? '' : `${took.toFixed(1)} ms`),
          problem !== undefined && element('em', {}, problem),
        ),
        element('pre', {}, shown(message === undefined ? data : message.body)),
      ),
    );
  }

  /** @returns milliseconds from a request to its answer, when the second of the two with this key is seen */
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

  /** Sends what was seen in small batches, without bodies: they may hold tokens. */
  #report(message: ReportedMessage): void {
    if (this.#unreported.length < keptMessages) this.#unreported.push(message);
    if (this.#reporting) return;
    this.#reporting = true;
    setTimeout(() => {
      this.#reporting = false;
      const messages = this.#unreported.splice(0);
      void call('POST', `tenants/${this.tenantId}/bridge-messages`, { messages }).catch(() => undefined);
    }, reportEveryMs);
  }
}

function nameOf(body: unknown): string | undefined {
  const { methodName, topic } = (body ?? {}) as { methodName?: unknown; topic?: unknown };
  const name = methodName ?? topic;
  return typeof name === 'string' ? name : undefined;
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? 'undefined';
  } catch {
    // Structured clone carries what JSON cannot: cycles, BigInt.
    return String(value);
  }
}
