import type { AppView } from '../../app-view.ts';
import type { Pane, PaneContext } from '../../../platform/manifests/model.ts';
import { selectionEvent } from '../../../bridge/surfaces.ts';
import { AppFrame } from './app-frame.ts';
import type { FramePlace } from './app-frame.ts';
import { element } from './dom.ts';
import { text } from './texts.ts';

/** The selected records, v2 key by context. */
export type Selection = Partial<Record<PaneContext, string>>;

/**
 * The sidebar of app panes beside a list or record. A frame stays while its pane still fits, so that its app receives
 * the next selection by event and does not load again.
 */
export class PaneBar {
  readonly element = element('aside', { class: 'panes', 'aria-label': text('panes'), hidden: true });
  readonly #frames = new Map<string, { frame: AppFrame; context: PaneContext }>();
  #selection: Selection = {};

  constructor(private readonly place: FramePlace) {}

  get frames(): AppFrame[] {
    return [...this.#frames.values()].map(({ frame }) => frame);
  }

  /**
   * Shows the panes that fit, and sends the new selection to those that stay.
   * @param context the context of the view, or undefined for a view without panes
   * @param selection the view's record, and the records that it belongs to
   */
  show(apps: readonly AppView[], context: PaneContext | undefined, selection: Selection): void {
    const before = this.#selection;
    this.#selection = selection;
    const wanted = apps.flatMap((app) =>
      panesFor(app, context, selection).map((pane) => ({ app, pane, key: `${app.id}/${pane.id}` })),
    );
    const keys = new Set(wanted.map(({ key }) => key));
    for (const key of [...this.#frames.keys()]) if (!keys.has(key)) this.#close(key);
    for (const { frame, context: own } of this.#frames.values()) {
      const id = selection[own];
      if (id === undefined || id === before[own]) continue;
      const { topic, payload } = selectionEvent(own, id);
      void frame.host.publish(topic, payload);
    }
    for (const { app, pane, key } of wanted) if (!this.#frames.has(key)) this.#open(key, app, pane);
    this.element.hidden = wanted.length === 0;
  }

  #open(key: string, app: AppView, pane: Pane): void {
    const frame = new AppFrame(
      {
        app,
        surface: 'pane',
        context: pane.context,
        url: pane.url,
        title: `${app.name}: ${pane.title}`,
        line: pane.title,
        selected: (wanted) => this.#selection[wanted] ?? null,
      },
      this.place,
    );
    this.#frames.set(key, { frame, context: pane.context });
    this.element.append(
      element('section', { 'data-pane': key }, element('h3', {}, pane.title), frame.element),
    );
  }

  #close(key: string): void {
    this.#frames.get(key)?.frame.close();
    this.#frames.delete(key);
    for (const section of this.element.querySelectorAll<HTMLElement>('[data-pane]')) {
      if (section.dataset['pane'] === key) section.remove();
    }
  }
}

/**
 * A pane fits a view of its own context. With `matchChildContext` it also fits a record that belongs to one of its
 * context, such as a customer's pane beside a sales order. It waits for the setup, and for the scopes it requires
 * [choice].
 */
function panesFor(app: AppView, context: PaneContext | undefined, selection: Selection): Pane[] {
  const { installation } = app;
  if (context === undefined || installation?.status !== 'SETUP_COMPLETED') return [];
  return app.panes.filter(
    (pane) =>
      (pane.context === context || (pane.matchChildContext && selection[pane.context] !== undefined)) &&
      pane.requiredScopes.every((scope) => installation.scopes.includes(scope)),
  );
}
