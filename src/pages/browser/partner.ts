import { call, explain } from './parts/api.ts';
import { actionButton, element, notice } from './parts/dom.ts';
import { openPage } from './parts/frame-page.ts';
import { text } from './parts/texts.ts';

/** An app as the Partner Portal's endpoints show it. */
interface RegisteredApp {
  id: string;
  slug: string;
  clientId: string;
  name: string;
  version: string;
  generation: 1 | 2;
  manifest: unknown;
  warnings: { path: string; message: string; value?: unknown }[];
  /** Only in the answer to its creation. */
  clientSecret?: string;
  environment?: Record<string, string>;
}

/** The Partner Portal: registers apps from their manifests and hands out credentials. */
class PartnerPortal {
  readonly #result = element('div', { class: 'result', 'aria-live': 'polite' });
  readonly #apps = element('div', { class: 'cards' });

  constructor(main: HTMLElement) {
    main.classList.add('partner');
    const form = manifestForm(text('register'), 'register', '', (manifest) => this.#register(manifest));
    main.append(
      element('section', {}, element('h2', {}, text('registerApp')), form, this.#result),
      element('section', {}, element('h2', {}, text('apps')), this.#apps),
    );
  }

  async load(): Promise<void> {
    const { items } = await call<{ items: RegisteredApp[] }>('GET', 'apps');
    this.#apps.replaceChildren(...items.map((app) => this.#card(app)));
  }

  async #register(manifest: unknown): Promise<void> {
    await this.#attempt(this.#result, async () => {
      const app = await call<RegisteredApp>('POST', 'apps', manifest);
      this.#result.replaceChildren(...shownCredentials(app));
      await this.load();
    });
  }

  #card(app: RegisteredApp): HTMLElement {
    const place = element('div', { 'aria-live': 'polite' });
    const edit = () =>
      place.replaceChildren(
        manifestForm(text('save'), 'save-manifest', JSON.stringify(app.manifest, null, 2), (manifest) =>
          this.#attempt(place, async () => {
            const changed = await call<RegisteredApp>('PUT', `apps/${app.id}`, manifest);
            await this.load();
            this.#result.replaceChildren(...shownWarnings(changed));
          }),
        ),
      );
    const renew = () =>
      this.#attempt(place, async () => {
        if (!confirm(text('newSecretQuestion'))) return;
        place.replaceChildren(
          ...shownCredentials(await call<RegisteredApp>('POST', `apps/${app.id}/secret`)),
        );
      });
    const remove = () =>
      this.#attempt(place, async () => {
        if (!confirm(text('removeQuestion'))) return;
        await call('DELETE', `apps/${app.id}`);
        await this.load();
      });
    const button = (action: string, label: string, run: () => unknown, settings = {}) =>
      actionButton(action, label, run, { 'aria-label': `${label}: ${app.name}`, ...settings });
    return element(
      'article',
      { class: 'card', 'data-app': app.slug },
      element('h3', {}, app.name, element('small', {}, app.version)),
      facts({ appId: app.id, clientId: app.clientId, generation: String(app.generation) }),
      element(
        'div',
        { class: 'actions' },
        button('edit', text('edit'), edit),
        button('new-secret', text('newSecret'), renew),
        button('delete', text('remove'), remove, { class: 'quiet' }),
      ),
      place,
    );
  }

  async #attempt(place: HTMLElement, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      place.querySelector('.notice')?.remove();
      place.prepend(notice('error', ...explain(error)));
    }
  }
}

function facts(
  values: Partial<Record<'appId' | 'clientId' | 'clientSecret' | 'generation', string>>,
): HTMLElement {
  const rows = Object.entries(values) as [keyof typeof values, string][];
  return element(
    'dl',
    {},
    ...rows.flatMap(([name, value]) => [
      element('dt', {}, text(name)),
      element('dd', { 'data-value': name }, element('code', {}, value)),
    ]),
  );
}

function shownCredentials(app: RegisteredApp): HTMLElement[] {
  const lines = Object.entries(app.environment ?? {}).map(([name, value]) => `${name}=${value}`);
  const shown = element('pre', { class: 'environment' }, lines.join('\n'));
  const copy = actionButton('copy-environment', text('copyEnvironment'), async () => {
    // A page that came by plain http from another machine has no clipboard, so the lines are only selected.
    if (!window.isSecureContext) return getSelection()?.selectAllChildren(shown);
    await navigator.clipboard.writeText(`${lines.join('\n')}\n`);
    copy.textContent = text('copied');
  });
  const secret = app.clientSecret === undefined ? {} : { clientSecret: app.clientSecret };
  return [
    element('h3', {}, app.name),
    facts({ appId: app.id, clientId: app.clientId, ...secret }),
    notice('info', text('secretOnce')),
    shown,
    copy,
    ...shownWarnings(app),
  ];
}

function shownWarnings({ warnings }: RegisteredApp): HTMLElement[] {
  if (warnings.length === 0) return [];
  return [notice('warn', text('warnings'), ...warnings.map(({ path, message }) => `${path}: ${message}`))];
}

/** A field for a manifest, pasted or dropped as a file, and the button that sends it. */
function manifestForm(
  label: string,
  action: string,
  content: string,
  send: (manifest: unknown) => Promise<void>,
): HTMLElement {
  const field = element('textarea', { rows: '10', spellcheck: 'false', 'data-action': `${action}-manifest` });
  field.value = content;
  field.addEventListener('dragover', (event) => event.preventDefault());
  field.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void file.text().then((dropped) => (field.value = dropped));
  });
  const problems = element('div', {});
  const submit = async () => {
    problems.replaceChildren();
    let manifest: unknown;
    try {
      manifest = JSON.parse(field.value);
    } catch (error) {
      problems.replaceChildren(notice('error', text('notJson'), String(error)));
      return;
    }
    await send(manifest);
  };
  return element(
    'div',
    { class: 'manifest' },
    element('label', {}, element('span', {}, text('manifestLabel')), field),
    actionButton(action, label, submit),
    problems,
  );
}

const page = await openPage('partner', false);
if (page !== undefined) await new PartnerPortal(page.main).load();
