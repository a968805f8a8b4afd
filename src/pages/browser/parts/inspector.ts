import type { BridgeTraffic } from '../../../bridge/host.ts';
import { completeHandshake, parseMessage } from '../../../bridge/protocol.ts';
import { call } from './api.ts';
import type { AppFrame, FrameWatcher } from './app-frame.ts';
import { BridgeConsole } from './bridge-console.ts';
import { type BridgeReport, BridgeReports } from './bridge-reports.ts';
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

  saw(frame: AppFrame, traffic: BridgeTraffic): void {
    const message = parseMessage(traffic.data);
    const name = nameOf(message?.body) ?? '';
    if (traffic.repeatedHandshake === true) {
      if (traffic.direction === 'received') this.#fold(frame, traffic, name);
      return;
    }
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

  advised(frame: AppFrame, message: string): void {
    const traffic = { direction: 'received', data: undefined, problem: message } as const;
    this.#log.add(frame.label, traffic, '', 'ADVICE');
    this.#reports.add({ ...reportOf(frame, 'ADVICE', completeHandshake), problem: message });
  }

  /** Counts a handshake that the document has made before, instead of listing it with its answer. */
  #fold(frame: AppFrame, traffic: BridgeTraffic, name: string): void {
    this.#log.fold(frame.label, traffic, name);
    this.#reports.fold(reportOf(frame, 'METHOD_CALL', name));
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

function reportOf(frame: AppFrame, type: string, name: string): BridgeReport {
  const { app, surface } = frame.content;
  return { appId: app.id, surface, direction: 'received', type, name };
}

function nameOf(body: unknown): string | undefined {
  const { methodName, topic } = (body ?? {}) as { methodName?: unknown; topic?: unknown };
  const name = methodName ?? topic;
  return typeof name === 'string' ? name : undefined;
}
