import { connectAppBridge } from './bridge/client.ts';
import type { AppBridge, WindowMessage } from './bridge/client.ts';
import { randomId } from './bridge/ids.ts';

export type { AppBridge } from './bridge/client.ts';

/**
 * Connects an app to the page that hosts it; a drop-in for `@jtl-software/cloud-apps-core`. Each call runs its own
 * handshake. Outside a host page the promise never settles, as on the real platform.
 */
export function createAppBridge(): Promise<AppBridge> {
  return connectAppBridge(
    {
      listen(listener) {
        // Looked up per call, because a test host adds a window where there is none.
        const target: EventTarget = typeof window === 'undefined' ? globalThis : window;
        const heard = (event: Event) => listener(event as unknown as WindowMessage);
        target.addEventListener('message', heard);
        return () => target.removeEventListener('message', heard);
      },
    },
    {
      schedule(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      newId: randomId,
      onListenerError: (error) => console.error(error),
    },
  );
}
