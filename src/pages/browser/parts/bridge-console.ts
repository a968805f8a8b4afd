import type { AppFrame } from './app-frame.ts';
import { actionButton, element } from './dom.ts';
import { text } from './texts.ts';

/** Calls an app's exposed methods and publishes events to it, by hand. */
export class BridgeConsole {
  readonly element: HTMLElement;
  readonly #frames = new Map<string, AppFrame>();
  readonly #choice = element('select', { 'data-action': 'console-frame' });
  readonly #method = element('input', { 'data-action': 'console-method', spellcheck: 'false' });
  readonly #arguments = element('input', {
    'data-action': 'console-arguments',
    value: '[]',
    spellcheck: 'false',
  });
  readonly #topic = element('input', { 'data-action': 'console-topic', spellcheck: 'false' });
  readonly #payload = element('input', {
    'data-action': 'console-payload',
    value: '{}',
    spellcheck: 'false',
  });
  readonly #result = element('output', { 'data-action': 'console-result' });
  #count = 0;

  constructor() {
    const labelled = (label: string, field: HTMLElement) =>
      element('label', {}, element('span', {}, label), field);
    this.element = element(
      'section',
      { class: 'console', 'aria-label': text('console') },
      labelled(text('surface'), this.#choice),
      labelled(text('method'), this.#method),
      labelled(text('arguments'), this.#arguments),
      actionButton('console-call', text('call'), () => this.#run((frame) => this.#call(frame))),
      labelled(text('topic'), this.#topic),
      labelled(text('payload'), this.#payload),
      actionButton('console-publish', text('publish'), () => this.#run((frame) => this.#publish(frame))),
      this.#result,
    );
  }

  add(frame: AppFrame): void {
    const key = String(++this.#count);
    this.#frames.set(key, frame);
    this.#choice.append(element('option', { value: key }, frame.label));
  }

  remove(frame: AppFrame): void {
    const key = [...this.#frames].find(([, one]) => one === frame)?.[0];
    if (key === undefined) return;
    this.#frames.delete(key);
    this.#choice.querySelector(`option[value="${key}"]`)?.remove();
  }

  async #run(action: (frame: AppFrame) => Promise<unknown>): Promise<void> {
    const frame = this.#frames.get(this.#choice.value);
    if (frame === undefined) {
      this.#result.value = text('noFrames');
      return;
    }
    try {
      this.#result.value = JSON.stringify(await action(frame)) ?? 'undefined';
    } catch (error) {
      this.#result.value = String(error);
    }
  }

  #call(frame: AppFrame): Promise<unknown> {
    const given: unknown = JSON.parse(this.#arguments.value);
    return frame.host.call(this.#method.value, Array.isArray(given) ? given : [given]);
  }

  #publish(frame: AppFrame): Promise<void> {
    return frame.host.publish(this.#topic.value, JSON.parse(this.#payload.value));
  }
}
