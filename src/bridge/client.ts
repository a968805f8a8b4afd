import { BridgePeer } from './peer.ts';
import type { EventListener, PeerEnvironment } from './peer.ts';
import { completeHandshake, isHandshake } from './protocol.ts';
import type { BridgePort } from './protocol.ts';

/** The app's end of a bridge: the API of the vendor's SDK, and the flat names of its predecessor. */
export interface AppBridge {
  method: {
    /** Calls a method of the host; rejects with the host's error or with `Plugin timeout` after 30 s. */
    call<T = unknown>(name: string, ...args: unknown[]): Promise<T>;
    /** Lets the host call a method of the app. */
    expose<F extends (...args: never[]) => unknown>(name: string, method: F): void;
    /** Whether the app itself exposes the method. */
    isExposed(name: string): boolean;
  };
  event: {
    /** @returns ends the subscription */
    subscribe<T = unknown>(topic: string, listener: (payload: T) => unknown): () => void;
    /** Resolves once the host has confirmed the event. */
    publish(topic: string, payload?: unknown): Promise<void>;
  };
  callMethod<T = unknown>(name: string, ...args: unknown[]): Promise<T>;
  exposeMethod<F extends (...args: never[]) => unknown>(name: string, method: F): void;
  isMethodExposed(name: string): boolean;
  subscribe<T = unknown>(topic: string, listener: (payload: T) => unknown): () => void;
  publish(topic: string, payload?: unknown): Promise<void>;
}

/** The members of a window message that a handshake needs. */
export interface WindowMessage {
  data: unknown;
  ports: readonly BridgePort[];
}

/** The source of window messages. */
export interface MessageSource {
  /** @returns stops listening */
  listen(listener: (message: WindowMessage) => void): () => void;
}

/**
 * Ports that a bridge has taken. Several waiting bridges receive the same HANDSHAKE (React's StrictMode mounts twice)
 * and each must take its own port, so the later ones leave this one and wait for the next, about 100 ms later.
 */
const takenPorts = new WeakSet<BridgePort>();

/**
 * Waits for the host's handshake and accepts it. Never settles where there is no host, as on the real platform.
 * @param source where the host's window messages arrive
 * @param environment timers and ids
 */
export function connectAppBridge(source: MessageSource, environment: PeerEnvironment): Promise<AppBridge> {
  return new Promise((resolve) => {
    const stop = source.listen(({ data, ports }) => {
      const port = ports[0];
      if (!isHandshake(data) || port === undefined || takenPorts.has(port)) return;
      takenPorts.add(port);
      stop();
      const peer = new BridgePeer(port, environment);
      peer.call(completeHandshake, []).then(
        () => resolve(appBridge(peer)),
        // The host has closed this channel meanwhile: take the next one that it offers.
        () => resolve(connectAppBridge(source, environment)),
      );
    });
  });
}

function appBridge(peer: BridgePeer): AppBridge {
  const call = <T>(name: string, ...args: unknown[]) => peer.call(name, args) as Promise<T>;
  const expose = <F extends (...args: never[]) => unknown>(name: string, method: F) =>
    peer.expose(name, method as unknown as (...args: unknown[]) => unknown);
  const isExposed = (name: string) => peer.isExposed(name);
  const subscribe = <T>(topic: string, listener: (payload: T) => unknown) =>
    peer.subscribe(topic, listener as EventListener);
  const publish = (topic: string, payload?: unknown) => peer.publish(topic, payload);
  return {
    method: { call, expose, isExposed },
    event: { subscribe, publish },
    callMethod: call,
    exposeMethod: expose,
    isMethodExposed: isExposed,
    subscribe,
    publish,
  };
}
