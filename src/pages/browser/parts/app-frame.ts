import type { AppView } from '../../app-view.ts';
import { BridgeHost } from '../../../bridge/host.ts';
import type { BridgeTraffic, FrameWindow } from '../../../bridge/host.ts';
import { randomId } from '../../../bridge/ids.ts';
import { surfaceMethods } from '../../../bridge/surfaces.ts';
import type { SelectionContext, SurfaceKind } from '../../../bridge/surfaces.ts';
import { appToken, currentTime, sessionToken } from './api.ts';
import type { AppPages } from './app-pages.ts';
import { actionButton, element, notice } from './dom.ts';
import { text } from './texts.ts';

/** The page in an app's frame, and the sources of the host's answers. */
export interface FrameContent {
  app: AppView;
  surface: SurfaceKind;
  url: string;
  title: string;
  /** The title of a pane among those of all apps. While the app's page does not answer, the pane shows only this line. */
  line?: string;
  /** A pane's context. */
  context?: SelectionContext;
  /** v2 key of the selected record of a context, or null. */
  selected?(context: SelectionContext): string | null;
  /** Called when the app has finished its setup. */
  setupCompleted?(): Promise<void>;
}

/** Observes all frames of a page, as the inspector does. */
export interface FrameWatcher {
  /** Whether setup methods exist on every bridge of a new frame. */
  readonly setupMethodsOn: 'first' | 'every';
  opened(frame: AppFrame): void;
  closed(frame: AppFrame): void;
  saw(frame: AppFrame, traffic: BridgeTraffic): void;
  /** Receives advice for the app's developer. */
  advised(frame: AppFrame, message: string): void;
}

/** The page of the platform that contains the frames. */
export interface FramePlace {
  tenantId: string;
  watcher: FrameWatcher;
  pages: AppPages;
}

/**
 * Permissions of an app in its frame: run scripts, keep its own storage, send forms, open tabs and downloads; never
 * navigate the host page.
 */
const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';

/** How long the page waits for an app's first message before it shows a notice. */
const patienceMs = 5_000;

/** Chromium reports the end of a port's other side; in other browsers the frame's `load` event replaces it. */
const portsTellTheirEnd = 'onclose' in MessagePort.prototype;

/** An app's page in an iframe, with its bridge host. While the page does not answer, a notice replaces it. */
export class AppFrame {
  readonly element: HTMLElement;
  readonly host: BridgeHost;
  readonly #frame: HTMLIFrameElement;
  #silence: number | undefined;
  #hint: HTMLElement | undefined;
  #stopWaiting: () => void = () => undefined;
  #closed = false;
  /** Number of documents that the frame has loaded. */
  #loads = 0;

  constructor(
    readonly content: FrameContent,
    private readonly place: FramePlace,
  ) {
    const { app, surface, url, title, context } = content;
    const { tenantId, watcher } = place;
    this.#frame = element('iframe', {
      src: url,
      title,
      sandbox,
      class: `app-frame ${surface}`,
      'data-app': app.slug,
      'data-surface': surface,
      'data-context': context,
      ...(surface === 'headless' ? { width: '0', height: '0', tabindex: '-1', 'aria-hidden': 'true' } : {}),
    });
    this.element = element('div', { class: `app-place ${surface}` });
    this.host = new BridgeHost({
      frame: () => this.#foreignWindow(),
      targetOrigin: new URL(url).origin,
      methods: surfaceMethods(surface, context, {
        sessionToken: () => sessionToken(tenantId),
        appToken: () => appToken(tenantId, app.id),
        now: currentTime,
        selected: (wanted) => content.selected?.(wanted) ?? null,
        setupCompleted: () => content.setupCompleted?.() ?? Promise.resolve(),
      }),
      setupMethodsOn: watcher.setupMethodsOn,
      openChannel() {
        const { port1, port2 } = new MessageChannel();
        const onClosed = (run: () => void) => port1.addEventListener('close', run);
        return { own: port1, transferred: port2, ...(portsTellTheirEnd ? { onClosed } : {}) };
      },
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      newId: randomId,
      observe: (traffic) => {
        this.#heard();
        watcher.saw(this, traffic);
      },
      advise: (message) => watcher.advised(this, message),
    });
    this.#frame.addEventListener('load', () => void this.#loaded());
    watcher.opened(this);
    void this.#open();
  }

  /** The name of this frame for people. */
  get label(): string {
    const { app, surface, context } = this.content;
    return [app.name, surface, context].filter((part) => part !== undefined).join(' · ');
  }

  /** Ends the bridge and removes the frame from the page. */
  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    this.#heard();
    this.host.close();
    this.element.remove();
    this.place.watcher.closed(this);
  }

  async #open(): Promise<void> {
    if (await this.#isUp()) this.#show();
    else this.#showDown();
  }

  /** If the emulator cannot tell, the frame is loaded and shows the result. */
  #isUp(): Promise<boolean> {
    return this.place.pages.isUp(this.content.url).catch(() => true);
  }

  #show(): void {
    if (this.#closed) return;
    this.#stopWaiting();
    this.#loads = 0;
    this.element.classList.remove('down');
    const remarks = this.place.pages.remarksOn(this.content.url);
    const shown = remarks.length === 0 ? [] : [notice('warn', ...remarks)];
    this.element.replaceChildren(...shown, this.#frame);
    this.#silence = window.setTimeout(() => this.#missTheApp(), patienceMs);
  }

  /** A handshake with a frame without a page would make the browser log every try as an error. */
  #showDown(): void {
    if (this.#closed) return;
    this.#heard();
    const { surface, url, line } = this.content;
    this.element.classList.add('down');
    if (surface === 'headless') this.#frame.remove();
    else this.element.replaceChildren(downRemark(url, line, () => this.#show()));
    this.#stopWaiting = this.place.pages.onceUp(url, () => this.#show());
  }

  /**
   * A user who reloads the frame while the app is down gets the browser's own error page. No script can tell it from
   * the app.
   */
  async #loaded(): Promise<void> {
    if (!portsTellTheirEnd) this.host.reloaded();
    if (++this.#loads > 1 && !(await this.#isUp())) this.#showDown();
  }

  /** An app that never answers looks like a slow one, so the page says after a while what it waits for. */
  #missTheApp(): void {
    if (this.content.surface === 'headless') return;
    this.#hint = notice('warn', text('silentApp'), this.content.url);
    this.#frame.before(this.#hint);
  }

  #heard(): void {
    window.clearTimeout(this.#silence);
    this.#hint?.remove();
  }

  /**
   * Until the app's document is loaded, the frame has an empty document of our own origin. The browser would refuse a
   * message for the app's origin, with an error in the console ten times a second.
   */
  #foreignWindow(): FrameWindow | null {
    const frameWindow = this.#frame.contentWindow;
    if (frameWindow === null || this.#frame.contentDocument !== null) return null;
    return {
      postMessage: (message, origin, ports) =>
        frameWindow.postMessage(message, origin, ports as MessagePort[]),
    };
  }
}

/** @param line the text of the closed notice; default: the notice is open */
function downRemark(url: string, line: string | undefined, loadAnyway: () => void): HTMLElement {
  const remark = notice('error', `${text('pageDown')} ${url}`, text('pageDownHint'));
  remark.append(actionButton('load-anyway', text('loadAnyway'), loadAnyway));
  if (line === undefined) return remark;
  const summary = element('summary', {}, `${line} `, element('em', {}, text('paneDown')));
  return element('details', { class: 'pane-down' }, summary, remark);
}
