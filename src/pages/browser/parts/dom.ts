type Child = Node | string | undefined | false;

/** The settings of an {@link element}: attributes, and listeners under `on`. */
interface Settings {
  on?: Partial<Record<keyof HTMLElementEventMap, (event: Event) => void>>;
  [attribute: string]: string | boolean | undefined | Settings['on'];
}

/**
 * Builds an element. Texts become text nodes, never markup, so no data can inject anything.
 * @param settings attributes; `true` sets an empty one, `false` and `undefined` none
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  settings: Settings = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  const { on = {}, ...attributes } = settings;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  for (const [type, listener] of Object.entries(on)) made.addEventListener(type, listener);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button that carries `data-action`, for tests and for styling. */
export function actionButton(
  action: string,
  label: string,
  run: () => unknown,
  settings: Settings = {},
): HTMLButtonElement {
  const click = () => void run();
  return element('button', { type: 'button', 'data-action': action, ...settings, on: { click } }, label);
}

/** A labelled choice between options; while none is chosen, it shows none. */
export function choice(
  label: string,
  action: string,
  options: readonly { value: string; text: string }[],
  chosen: string | undefined,
  change: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { 'data-action': action, on: { change: () => change(select.value) } },
    chosen === undefined &&
      element('option', { value: '', selected: true, disabled: true, hidden: true }, '–'),
    ...options.map(({ value, text }) => element('option', { value, selected: value === chosen }, text)),
  );
  return element('label', { class: 'choice' }, element('span', {}, label), select);
}

/** A notice in the page: information, success, warning or failure; failures are announced at once. */
export function notice(kind: 'info' | 'good' | 'warn' | 'error', ...lines: string[]): HTMLElement {
  const role = kind === 'error' ? 'alert' : 'status';
  return element('div', { class: `notice ${kind}`, role }, ...lines.map((line) => element('p', {}, line)));
}
