import type { AppView } from '../../app-view.ts';
import { BridgeHost } from '../../../bridge/host.ts';
import type { FrameWindow } from '../../../bridge/host.ts';
import { randomId } from '../../../bridge/ids.ts';
import type { Traffic } from '../../../bridge/peer.ts';
import { surfaceMethods } from '../../../bridge/surfaces.ts';
import type { SelectionContext, SurfaceKind } from '../../../bridge/surfaces.ts';
import { appToken, currentTime, sessionToken } from './api.ts';
import { element, notice } from './dom.ts';
import { text } from './texts.ts';

/** What an app's frame shows and answers from. */
export interface FrameScene {
  app: AppView;
  tenantId: string;
  surface: SurfaceKind;
  url: string;
  title: string;
  /** A pane's context. */
  context?: SelectionContext;
  /** v2 key of what is selected in a context, or null. */
  selected?(context: SelectionContext): string | null;
  /** The app has finished its setup. */
  setupCompleted?(): Promise<void>;
}

/** Watches all frames of a page; the inspector does. */
export interface FrameWatcher {
  /** Whether setup methods exist on every bridge of a frame made now. */
  readonly setupMethodsOn: 'first' | 'every';
  opened(frame: AppFrame): void;
  closed(frame: AppFrame): void;
  saw(frame: AppFrame, traffic: Traffic & { bridge: number }): void;
}

/**
 * What an app may do in its frame: run, keep its own storage, send forms, open tabs and downloads; never navigate the
 * host page away.
 */
const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';

/** How long an app may take to its first message before the page remarks on it. */
const patienceMs = 5_000;

/** Chromium tells when a port's far end is gone; elsewhere the frame's `load` has to do. */
const portsTellTheirEnd = 'onclose' in MessagePort.prototype;

/** An app's page in an iframe, with its bridge host. */
export class AppFrame {
  readonly element: HTMLIFrameElement;
  readonly host: BridgeHost;
  readonly #silence: number;
  #hint: HTMLElement | undefined;

  constructor(
    readonly scene: FrameScene,
    private readonly watcher: FrameWatcher,
  ) {
    const { app, surface, url, title, context, tenantId } = scene;
    this.element = element('iframe', {
      src: url,
      title,
      sandbox,
      class: `app-frame ${surface}`,
      'data-app': app.slug,
      'data-surface': surface,
      'data-context': context,
      ...(surface === 'headless' ? { width: '0', height: '0', tabindex: '-1', 'aria-hidden': 'true' } : {}),
    });
    this.host = new BridgeHost({
      frame: () => this.#foreignWindow(),
      targetOrigin: new URL(url).origin,
      methods: surfaceMethods(surface, context, {
        sessionToken: () => sessionToken(tenantId),
        appToken: () => appToken(tenantId, app.id),
        now: currentTime,
        selected: (wanted) => scene.selected?.(wanted) ?? null,
        setupCompleted: () => scene.setupCompleted?.() ?? Promise.resolve(),
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
    });
    if (!portsTellTheirEnd) this.element.addEventListener('load', () => this.host.reloaded());
    this.#silence = window.setTimeout(() => this.#missTheApp(), patienceMs);
    watcher.opened(this);
  }

  /** What tells this frame from others to a person. */
  get label(): string {
    const { app, surface, context } = this.scene;
    return [app.name, surface, context].filter((part) => part !== undefined).join(' · ');
  }

  /** Ends the bridge and takes the frame out of the page. */
  close(): void {
    this.#heard();
    this.host.close();
    this.element.remove();
    this.watcher.closed(this);
  }

  /** An app that is down or never answers looks like one that is slow; after a while the page says what it waits for. */
  #missTheApp(): void {
    if (this.scene.surface === 'headless') return;
    this.#hint = notice('info', text('silentApp'), this.scene.url);
    this.element.before(this.#hint);
  }

  #heard(): void {
    window.clearTimeout(this.#silence);
    this.#hint?.remove();
  }

  /**
   * Until the app's document is there, the frame holds an empty one of our own origin: a message for the app's origin
   * would only be refused, with an error in the console ten times a second.
   */
  #foreignWindow(): FrameWindow | null {
    const frameWindow = this.element.contentWindow;
    if (frameWindow === null || this.element.contentDocument !== null) return null;
    return {
      postMessage: (message, origin, ports) =>
        frameWindow.postMessage(message, origin, ports as MessagePort[]),
    };
  }
}
