import type { AppView } from '../app-view.ts';
import type { PageSignal } from '../app-pages.ts';
import { appsOf, call, explain } from './parts/api.ts';
import type { TenantChoice } from './parts/api.ts';
import type { AppFrame, FramePlace } from './parts/app-frame.ts';
import { appIcon } from './parts/app-icon.ts';
import { AppPages } from './parts/app-pages.ts';
import { watchBlockedFrames } from './parts/blocked-frames.ts';
import { actionButton, element, notice } from './parts/dom.ts';
import { navigate, openPage, parameters } from './parts/frame-page.ts';
import { Inspector } from './parts/inspector.ts';
import { pageUrl } from './parts/links.ts';
import { showSetup } from './parts/setup-surface.ts';
import { text } from './parts/texts.ts';

/** The Hub of one tenant: app cards, install with consent, the setup page. */
class Hub {
  readonly #content = element('div', { class: 'content' });
  readonly #place: FramePlace;
  #signals: EventSource | undefined;
  #frame: AppFrame | undefined;

  constructor(
    private readonly tenant: TenantChoice,
    main: HTMLElement,
    header: HTMLElement,
    setupMethodsOn: 'first' | 'every',
  ) {
    const inspector = new Inspector(tenant.id, setupMethodsOn);
    const pages = new AppPages(tenant.id, () => this.#listen());
    this.#place = { tenantId: tenant.id, watcher: inspector, pages };
    watchBlockedFrames(tenant.id, this.#content);
    header.append(inspector.toggle);
    main.classList.add('hub');
    main.append(this.#content, inspector.panel);
    window.addEventListener('popstate', () => void this.render());
  }

  /** Shows the page that the URL names: all apps, or one app's setup. */
  async render(): Promise<void> {
    this.#frame?.close();
    this.#frame = undefined;
    await this.#attempt(() => this.#show());
  }

  async #show(): Promise<void> {
    const apps = await appsOf(this.tenant.id);
    const wanted = parameters();
    const slug = wanted.get('app');
    const app = apps.find((one) => slug !== null && [one.id, one.slug].includes(slug));
    if (slug !== null && app === undefined) {
      this.#content.replaceChildren(notice('error', `${text('unknownApp')} ${slug}`));
    } else if (app !== undefined && wanted.get('step') === 'setup') {
      await this.#showSetup(app);
    } else this.#showCards(apps, app);
  }

  /** Receives the pages that come up. The stream is open only while the Hub waits for one. */
  #listen(): void {
    if (this.#signals !== undefined) return;
    this.#signals = new EventSource(`api/tenants/${this.tenant.id}/app-pages/signals`);
    this.#signals.addEventListener('open', () => void this.#place.pages.listening());
    this.#signals.addEventListener('message', ({ data }) => {
      this.#place.pages.handle(JSON.parse(String(data)) as PageSignal);
    });
  }

  #showCards(apps: AppView[], highlighted: AppView | undefined): void {
    this.#content.replaceChildren(
      element('h2', {}, text('apps')),
      apps.length === 0
        ? notice('info', text('noApps'))
        : element('div', { class: 'cards' }, ...apps.map((app) => this.#card(app, app === highlighted))),
    );
    this.#content.querySelector<HTMLElement>('.card.chosen')?.focus();
  }

  #card(app: AppView, chosen: boolean): HTMLElement {
    const status = statusOf(app);
    const missing = app.installation?.missingScopes ?? [];
    return element(
      'article',
      {
        class: `card ${status}${chosen ? ' chosen' : ''}`,
        'data-app': app.slug,
        'data-status': status,
        tabindex: '-1',
      },
      appIcon(app, this.#place.pages),
      element('h3', {}, app.name, element('small', {}, app.version)),
      element('p', { class: 'status' }, text(status)),
      missing.length > 0 &&
        notice(
          'info',
          `${text('newScopes')} ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''}`,
        ),
      element('div', { class: 'actions' }, ...this.#actions(app)),
    );
  }

  #actions(app: AppView): HTMLElement[] {
    const { installation, launcher } = app;
    // Every card has the same labels; the accessible name adds the app for users who do not see the card.
    const named = (label: string) => ({ 'aria-label': `${label}: ${app.name}` });
    const button = (action: string, label: string, run: () => unknown, settings = {}) =>
      actionButton(action, label, run, { ...named(label), ...settings });
    const link = (action: string, label: string, href: string, settings = {}) =>
      element('a', { href, class: 'button', 'data-action': action, ...named(label), ...settings }, label);
    const tab = (action: string, label: string, href: string) =>
      link(action, label, href, { target: '_blank', rel: 'noopener' });
    if (installation === undefined) {
      const preview = launcher?.closedPreviewUrl;
      return [
        button('install', text('install'), () => this.#askConsent(app)),
        ...(preview === undefined ? [] : [tab('preview', text('preview'), preview)]),
      ];
    }
    const complete = installation.status === 'SETUP_COMPLETED';
    const setup = () => navigate({ app: app.slug, step: 'setup' }, () => void this.render());
    const inErp = pageUrl('shell', `?tenant=${this.tenant.slug}&app=${app.slug}`);
    const missing = installation.missingScopes.length > 0;
    return [
      ...(complete && launcher !== undefined ? [tab('launch', text('launch'), launcher.redirectUrl)] : []),
      ...(complete && app.menuItems.length > 0 ? [link('open-in-erp', text('openInErp'), inErp)] : []),
      ...(app.setupUrl === undefined
        ? []
        : [button('setup', text(complete ? 'openSetup' : 'continueSetup'), setup)]),
      ...(missing ? [button('grant-scopes', text('grantScopes'), () => this.#grant(app))] : []),
      button('uninstall', text('uninstall'), () => this.#uninstall(app), { class: 'quiet' }),
    ];
  }

  #askConsent(app: AppView): void {
    const dialog: HTMLDialogElement = element(
      'dialog',
      { class: 'consent', 'aria-label': text('consentTitle') },
      element('h2', {}, text('consentTitle')),
      element('p', {}, app.name),
      app.scopes.length === 0
        ? element('p', {}, text('consentNone'))
        : element(
            'div',
            { class: 'scopes', tabindex: '0' },
            element('ul', {}, ...app.scopes.map((scope) => element('li', {}, scope))),
          ),
      element(
        'div',
        { class: 'actions' },
        actionButton('consent', text('agree'), () => {
          dialog.close();
          return this.#install(app);
        }),
        actionButton('cancel', text('cancel'), () => dialog.close(), { class: 'quiet' }),
      ),
    );
    dialog.addEventListener('close', () => dialog.remove());
    this.#content.append(dialog);
    dialog.showModal();
  }

  async #install(app: AppView): Promise<void> {
    await this.#attempt(async () => {
      const installed = await call<AppView>('POST', `tenants/${this.tenant.id}/apps/${app.id}/installation`);
      const pending = installed.installation?.status === 'SETUP_PENDING';
      navigate(pending ? { app: app.slug, step: 'setup' } : { app: app.slug }, () => void this.render());
    });
  }

  async #grant(app: AppView): Promise<void> {
    await this.#attempt(async () => {
      await call('PATCH', `tenants/${this.tenant.id}/apps/${app.id}/installation`, { scopes: 'granted' });
      await this.render();
    });
  }

  async #uninstall(app: AppView): Promise<void> {
    if (!confirm(text('uninstallQuestion'))) return;
    await this.#attempt(async () => {
      await call('DELETE', `tenants/${this.tenant.id}/apps/${app.id}/installation`);
      navigate({ app: undefined, step: undefined }, () => void this.render());
    });
  }

  /** A link to the setup of an app that is not installed yet counts as consent to install it [choice]. */
  async #showSetup(app: AppView): Promise<void> {
    this.#content.replaceChildren();
    await this.#attempt(async () => {
      if (app.installation === undefined) {
        await call('POST', `tenants/${this.tenant.id}/apps/${app.id}/installation`);
      }
      this.#frame = showSetup(this.#content, app, this.#place, () => this.#afterSetup());
    });
  }

  #afterSetup(): void {
    const back = () => navigate({ app: undefined, step: undefined }, () => void this.render());
    this.#content.prepend(
      notice('good', text('setupDone')),
      actionButton('back-to-apps', text('backToApps'), back),
    );
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#content.prepend(notice('error', ...explain(error)));
    }
  }
}

function statusOf({ installation }: AppView): 'installed' | 'pending' | 'notInstalled' {
  if (installation === undefined) return 'notInstalled';
  return installation.status === 'SETUP_COMPLETED' ? 'installed' : 'pending';
}

const page = await openPage('hub', true);
if (page?.tenant !== undefined)
  await new Hub(page.tenant, page.main, page.header, page.session.setupMethodsOn).render();
