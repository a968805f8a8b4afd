import type { Traffic } from '../../../bridge/peer.ts';
import { parseMessage } from '../../../bridge/protocol.ts';
import { call } from './api.ts';
import type { AppFrame, FrameWatcher } from './app-frame.ts';
import { BridgeConsole } from './bridge-console.ts';
import { BridgeReports } from './bridge-reports.ts';
import { actionButton, element } from './dom.ts';
import { MessageLog } from './message-log.ts';
import { text } from './texts.ts';

/** Shows every bridge message of all frames, sends calls and events by hand, and reports to the emulator's journal. */
export class Inspector implements FrameWatcher {
  readonly panel: HTMLElement;
  readonly toggle: HTMLButtonElement;
  readonly #log = new MessageLog();
  readonly #console = new BridgeConsole();
  readonly #reports: BridgeReports;

  /**
   * @param tenantId the tenant whose journal entries the messages become
   * @param setupMethodsOn the emulator's switch
   */
  constructor(
    tenantId: string,
    public setupMethodsOn: 'first' | 'every',
  ) {
    this.#reports = new BridgeReports(tenantId);
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
        actionButton('clear-inspector', text('clear'), () => this.#log.clear()),
        actionButton('close-inspector', text('close'), () => this.#show(false)),
      ),
      element('div', { class: 'inspector-body' }, this.#log.element, this.#console.element),
    );
    this.toggle = actionButton(
      'inspector',
      text('inspector'),
      () => this.#show(this.panel.hasAttribute('hidden')),
      {
        'aria-expanded': 'false',
      },
    );
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
    this.#log.add(`${frame.label} #${traffic.bridge}`, traffic, name);
    this.#reports.add({
      appId: frame.content.app.id,
      surface: frame.content.surface,
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
    this.#log.show(visible);
  }
}

function nameOf(body: unknown): string | undefined {
  const { methodName, topic } = (body ?? {}) as { methodName?: unknown; topic?: unknown };
  const name = methodName ?? topic;
  return typeof name === 'string' ? name : undefined;
}
