import type { AppView } from '../app-view.ts';
import type { PageSignal } from '../app-pages.ts';
import type { ShellRecord } from '../shell-data.ts';
import type { BridgeSignal } from '../../platform/bridge-feed.ts';
import { paneContexts } from '../../platform/manifests/model.ts';
import type { PaneContext } from '../../platform/manifests/model.ts';
import { appsOf, call, explain } from './parts/api.ts';
import type { TenantChoice } from './parts/api.ts';
import { AppFrame } from './parts/app-frame.ts';
import type { FramePlace } from './parts/app-frame.ts';
import { AppPages } from './parts/app-pages.ts';
import { watchBlockedFrames } from './parts/blocked-frames.ts';
import { element, notice } from './parts/dom.ts';
import { navigate, openPage, parameters } from './parts/frame-page.ts';
import { Inspector } from './parts/inspector.ts';
import { findMenuItem, placeOf, shellMenu } from './parts/menu.ts';
import type { Place } from './parts/menu.ts';
import { PaneBar } from './parts/panes.ts';
import type { Selection } from './parts/panes.ts';
import { RecordList, recordDetail, recordHead } from './parts/record-views.ts';
import { showSetup } from './parts/setup-surface.ts';
import { text } from './parts/texts.ts';

/** The ERP shell of one tenant: menu, main area, panes, headless frames. */
class Shell {
  #apps: AppView[] = [];
  #page: AppFrame | undefined;
  /** Number of views shown so far. */
  #turn = 0;
  readonly #content = element('div', { class: 'content' });
  readonly #menu = element('div', {});
  readonly #headless = new Map<string, AppFrame>();
  readonly #panes: PaneBar;
  readonly #place: FramePlace;

  constructor(
    private readonly tenant: TenantChoice,
    main: HTMLElement,
    header: HTMLElement,
    setupMethodsOn: 'first' | 'every',
  ) {
    const inspector = new Inspector(tenant.id, setupMethodsOn);
    // The shell's own stream also carries the pages that come up.
    this.#place = {
      tenantId: tenant.id,
      watcher: inspector,
      pages: new AppPages(tenant.id, () => undefined),
    };
    watchBlockedFrames(tenant.id, this.#content);
    this.#panes = new PaneBar(this.#place);
    header.append(inspector.toggle);
    main.classList.add('shell');
    main.append(this.#menu, this.#content, this.#panes.element, inspector.panel);
    window.addEventListener('popstate', () => void this.#render());
    const signals = new EventSource(`api/tenants/${tenant.id}/signals`);
    signals.addEventListener('open', () => void this.#place.pages.listening());
    signals.addEventListener(
      'message',
      ({ data }) => void this.#handle(JSON.parse(String(data)) as BridgeSignal | PageSignal),
    );
  }

  /** Fetches the apps and shows the view that the URL names. */
  async load(): Promise<void> {
    this.#apps = await appsOf(this.tenant.id);
    this.#openHeadless();
    await this.#render();
  }

  async #render(): Promise<void> {
    this.#page?.close();
    this.#page = undefined;
    const turn = ++this.#turn;
    const place = this.#drawMenu();
    this.#content.replaceChildren();
    try {
      const context = paneContexts.find((known) => known === place.view);
      if (context === undefined) this.#showApp(place);
      else await this.#showRecords(context, parameters().get('id') ?? undefined, turn);
    } catch (error) {
      if (turn === this.#turn) this.#content.append(notice('error', ...explain(error)));
    }
  }

  #go({ view, app }: Place): void {
    navigate({ view, app, id: undefined }, () => void this.#render());
  }

  /** @param turn the callback is skipped when the user has gone on before the record is loaded */
  async #showRecords(context: PaneContext, id: string | undefined, turn: number): Promise<void> {
    const open = (to: PaneContext, key: string) =>
      navigate({ view: to, app: undefined, id: key }, () => void this.#render());
    if (id === undefined) {
      this.#panes.show(this.#apps, context, {});
      const list = new RecordList(this.tenant.id, context, open);
      this.#content.replaceChildren(list.element);
      await list.load();
      return;
    }
    const back = () => this.#go({ view: context });
    this.#content.replaceChildren(recordHead(text(context), back));
    const record = await call<ShellRecord>('GET', `tenants/${this.tenant.id}/records/${context}/${id}`);
    if (turn !== this.#turn) return;
    const selection: Selection = { ...record.parents, [context]: record.id };
    this.#panes.show(this.#apps, context, selection);
    this.#content.replaceChildren(recordDetail(context, record, open, back));
  }

  #showApp({ view, app: slug }: Place): void {
    this.#panes.show(this.#apps, undefined, {});
    const app = this.#apps.find((one) => one.slug === slug);
    if (app === undefined) {
      this.#content.append(
        notice('error', `${text(slug === undefined ? 'unknownView' : 'unknownApp')} ${slug ?? view}`),
      );
    } else if (app.installation === undefined) {
      this.#content.append(notice('error', text('notInstalledHint')));
    } else if (view === 'setup' || app.installation.status !== 'SETUP_COMPLETED') {
      // Menu items wait for the setup [choice], so opening one leads to the setup first.
      this.#page = showSetup(this.#content, app, this.#place, () => void this.#afterSetup());
    } else this.#showMenuItem(app, view);
  }

  #showMenuItem(app: AppView, view: string): void {
    const item = findMenuItem(app.menuItems, view);
    if (item?.url === undefined) {
      this.#content.append(notice('error', `${text('unknownView')} ${view}`));
      return;
    }
    const { url, name } = item;
    this.#page = new AppFrame({ app, surface: 'erp', url, title: name }, this.#place);
    this.#content.append(this.#page.element);
  }

  async #afterSetup(): Promise<void> {
    this.#content.prepend(notice('good', text('setupDone')));
    this.#apps = await appsOf(this.tenant.id);
    this.#openHeadless();
    this.#drawMenu();
  }

  /** @returns the view that the URL names, which the menu marks */
  #drawMenu(): Place {
    const wanted = parameters();
    const place = placeOf(this.#apps, wanted.get('view') ?? undefined, wanted.get('app') ?? undefined);
    this.#menu.replaceChildren(shellMenu(this.#apps, place, (to) => this.#go(to)));
    return place;
  }

  #openHeadless(): void {
    for (const app of this.#apps) {
      if (app.headlessUrl === undefined || this.#headless.has(app.id)) continue;
      if (app.installation?.status !== 'SETUP_COMPLETED') continue;
      const content = { app, surface: 'headless', url: app.headlessUrl, title: app.name } as const;
      const frame = new AppFrame(content, this.#place);
      this.#headless.set(app.id, frame);
      document.body.append(frame.element);
    }
  }

  /**
   * Carries out a signal: publishes an event to all frames, selects a record like a click, or shows a page that has
   * come up.
   */
  async #handle(signal: BridgeSignal | PageSignal): Promise<void> {
    if (signal.kind === 'page-up') {
      this.#place.pages.handle(signal);
      return;
    }
    if (signal.kind === 'selection') {
      navigate({ view: signal.context, app: undefined, id: signal.id }, () => void this.#render());
      return;
    }
    const frames = [
      ...this.#headless.values(),
      ...this.#panes.frames,
      ...(this.#page === undefined ? [] : [this.#page]),
    ];
    await Promise.all(frames.map((frame) => frame.host.publish(signal.topic, signal.payload)));
  }
}

const page = await openPage('shell', true);
if (page?.tenant !== undefined)
  await new Shell(page.tenant, page.main, page.header, page.session.setupMethodsOn).load();
