import { BridgePeer } from './peer.ts';
import type { PeerEnvironment, Traffic } from './peer.ts';
import { callTimeoutMs, completeHandshake, handshake, parseMessage, parseMethodCall } from './protocol.ts';
import type { BridgePort, Schedule } from './protocol.ts';
import type { SurfaceMethods } from './surfaces.ts';

/** The members of the iframe's window that the host needs. */
export interface FrameWindow {
  postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void;
}

/** A new pair of entangled ports: one stays, the other is transferred. */
export interface BridgeChannel {
  own: BridgePort;
  transferred: unknown;
  /** Registers a callback for the end of the other side, where the runtime reports it (MessagePort's `close` event). */
  onClosed?(run: () => void): void;
}

/** A message with the number of its bridge, counted from 1. */
export interface BridgeTraffic extends Traffic {
  bridge: number;
  /** True for the handshakes of a document that has a bridge already. */
  repeatedHandshake?: true;
}

/** The environment of a host. */
export interface HostOptions {
  /** The frame's window, or null while it must not receive messages. */
  frame(): FrameWindow | null;
  /** Origin of the manifest's URL. Ports have no origin, so posting HANDSHAKE to this origin is the only protection. */
  targetOrigin: string;
  methods: SurfaceMethods;
  /** `first`: setup methods only on the first bridge, as on the real platform; `every`: on all. */
  setupMethodsOn: 'first' | 'every';
  openChannel(): BridgeChannel;
  schedule: Schedule;
  newId(): string;
  /** Receives every message with the number of its bridge, counted from 1. */
  observe?(traffic: BridgeTraffic): void;
  /** Receives advice for the app's developer, once per document. */
  advise?(message: string): void;
  /** Receives the events that the app publishes. */
  onEvent?(topic: string, payload: unknown, bridge: number): void;
}

const handshakeIntervalMs = 100;
/** The interval once the document has a bridge: only a second call of `createAppBridge` needs another one. */
const furtherHandshakeIntervalMs = 500;
/** An app that calls `createAppBridge` this often in one document never stops listening. */
const bridgesPerDocument = 10;

interface Bridge {
  readonly peer: BridgePeer;
  readonly number: number;
  /** False after the frame has loaded again, until the app sends a message on this bridge. */
  current: boolean;
}

/** The host page's end for one iframe: offers channels and keeps a bridge per `completeHandshake`. */
export class BridgeHost {
  readonly #bridges = new Set<Bridge>();
  readonly #offered = new Map<BridgePeer, () => void>();
  /** The bridges of the frame's document, closed ones included. */
  readonly #ofDocument = new Set<Bridge>();
  #cancelNext: () => void = () => undefined;
  #count = 0;

  constructor(private readonly options: HostOptions) {
    this.#offer();
  }

  /** Number of bridges that the app has. */
  get bridgeCount(): number {
    return [...this.#bridges].filter((bridge) => bridge.current).length;
  }

  /**
   * Publishes an event on every bridge.
   * @returns once all current bridges have confirmed it or timed out
   */
  async publish(topic: string, payload: unknown): Promise<void> {
    const sent = [...this.#bridges].map((bridge) => ({
      bridge,
      done: settled(bridge.peer.publish(topic, payload)),
    }));
    await Promise.all(sent.filter(({ bridge }) => bridge.current).map(({ done }) => done));
  }

  /**
   * Calls a method that the app exposes, on its latest bridge.
   * @throws the app's error, `Plugin timeout`, or an Error when there is no bridge
   */
  async call(name: string, args: unknown[]): Promise<unknown> {
    const latest = [...this.#bridges].filter((bridge) => bridge.current).pop();
    if (latest === undefined) throw new Error('the app has not completed a handshake');
    return latest.peer.call(name, args);
  }

  /**
   * The frame has loaded: its bridges belong to the previous page, and the next one counts as first again [choice]. An
   * app may have completed its handshake before its own page finished loading, though. So the bridges stay open, and
   * become current again with the next message from the app.
   */
  reloaded(): void {
    for (const bridge of this.#bridges) bridge.current = false;
    this.#beginDocument();
  }

  /** Stops offering channels and closes all bridges. */
  close(): void {
    this.#cancelNext();
    this.#ofDocument.clear();
    for (const [peer, cancel] of this.#offered) {
      cancel();
      peer.close();
    }
    this.#offered.clear();
    for (const { peer } of this.#bridges) peer.close();
    this.#bridges.clear();
  }

  #beginDocument(): void {
    this.#ofDocument.clear();
    this.#cancelNext();
    this.#cancelNext = this.options.schedule(handshakeIntervalMs, () => this.#offer());
  }

  /** A port cannot be transferred twice, so every HANDSHAKE carries a new channel. */
  #offer(): void {
    const bridges = this.#ofDocument.size;
    const interval = bridges === 0 ? handshakeIntervalMs : furtherHandshakeIntervalMs;
    this.#cancelNext = this.options.schedule(interval, () => this.#offer());
    const frame = this.options.frame();
    if (frame === null || bridges >= bridgesPerDocument) return;
    const channel = this.options.openChannel();
    const peer = this.#listen(channel);
    frame.postMessage(handshake, this.options.targetOrigin, [channel.transferred]);
    // A busy app takes the oldest channel in its queue, so each stays open as long as a caller waits.
    const cancel = this.options.schedule(callTimeoutMs, () => {
      this.#offered.delete(peer);
      peer.close();
    });
    this.#offered.set(peer, cancel);
  }

  /** Listens on an offered channel; it becomes a bridge when the app accepts it. */
  #listen(channel: BridgeChannel): BridgePeer {
    let bridge: Bridge | undefined;
    let repeatedId: string | undefined;
    const environment: PeerEnvironment = {
      schedule: this.options.schedule,
      newId: () => this.options.newId(),
      observe: (traffic) => {
        if (bridge !== undefined && traffic.direction === 'received') this.#heard(bridge);
        if (isCompletion(traffic) && this.#ofDocument.size > 0) repeatedId = parseMessage(traffic.data)?.id;
        const repeats = repeatedId !== undefined && parseMessage(traffic.data)?.id === repeatedId;
        const number = bridge?.number ?? this.#count + 1;
        this.options.observe?.({ ...traffic, bridge: number, ...(repeats && { repeatedHandshake: true }) });
      },
      onEvent: (topic, payload) => this.options.onEvent?.(topic, payload, bridge?.number ?? 0),
    };
    const peer = new BridgePeer(channel.own, environment);
    peer.expose(completeHandshake, () => {
      bridge ??= this.#accept(peer);
    });
    channel.onClosed?.(() => {
      if (bridge !== undefined) this.#closed(bridge);
      this.#offered.get(peer)?.();
      this.#offered.delete(peer);
    });
    return peer;
  }

  #heard(bridge: Bridge): void {
    bridge.current = true;
    this.#ofDocument.add(bridge);
  }

  /** The document is gone when all of its bridges are. */
  #closed(bridge: Bridge): void {
    this.#bridges.delete(bridge);
    const isGone = [...this.#ofDocument].every((one) => !this.#bridges.has(one));
    if (this.#ofDocument.size > 0 && isGone) this.#beginDocument();
  }

  /** @throws Error when the app completes a handshake that was offered before its document had too many bridges */
  #accept(peer: BridgePeer): Bridge {
    if (this.#ofDocument.size >= bridgesPerDocument) throw new Error(endlessListener);
    this.#offered.get(peer)?.();
    this.#offered.delete(peer);
    const first = this.bridgeCount === 0;
    const bridge = { peer, number: ++this.#count, current: true };
    this.#bridges.add(bridge);
    this.#ofDocument.add(bridge);
    if (this.#ofDocument.size === bridgesPerDocument) this.options.advise?.(endlessListener);
    const { every, firstOnly } = this.options.methods;
    const methods = first || this.options.setupMethodsOn === 'every' ? { ...every, ...firstOnly } : every;
    for (const [name, method] of Object.entries(methods)) peer.expose(name, method);
    return bridge;
  }
}

const endlessListener = `the app completed ${bridgesPerDocument} handshakes in one document, so it gets no further bridges until the frame loads again; remove its listener for HANDSHAKE messages after the first one`;

function isCompletion({ direction, data }: Traffic): boolean {
  const body = parseMethodCall(parseMessage(data)?.body);
  return direction === 'received' && body?.methodName === completeHandshake;
}

async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined);
}
