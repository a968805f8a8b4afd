import { BridgeHost } from './host.ts';
import type { FrameWindow, HostOptions } from './host.ts';
import { selectionEvent, surfaceMethods } from './surfaces.ts';
import type { SelectionContext, SurfaceAnswers, SurfaceKind } from './surfaces.ts';
import type { ExposedMethod } from './peer.ts';

/** The page that a test host represents. All members are optional in {@link createTestHost}. */
export interface TestHostSettings {
  /** Default `erp`. */
  surface: SurfaceKind;
  /** The pane's context; default: that of the id given, else customers. */
  context?: SelectionContext;
  /** v2 keys of the records that are selected at the start. */
  customerId?: string;
  salesOrderId?: string;
  itemId?: string;
  /** Methods that add to the surface's own or replace them. */
  methods?: Record<string, ExposedMethod>;
  /** Default `first`, as on the real platform. */
  setupMethodsOn?: 'first' | 'every';
}

/** The sources of a test host's tokens and time. */
export type TestHostSources = Pick<SurfaceAnswers, 'sessionToken' | 'appToken' | 'now'>;

/** Channels and timers, and the window that the app under test listens on. */
export interface TestHostRuntime extends Pick<HostOptions, 'openChannel' | 'schedule' | 'newId'> {
  window: FrameWindow;
  close(): void;
}

/** A call that the app under test made. */
export interface RecordedCall {
  method: string;
  args: unknown[];
  bridge: number;
}

/** An event that the app under test published. */
export interface RecordedEvent {
  topic: string;
  payload: unknown;
  bridge: number;
}

/** The host was closed before the awaited call or event. */
export class TestHostClosed extends Error {
  override readonly name = 'TestHostClosed';
}

/** The app's host page in a unit test: the real protocol without a browser. It records all calls and events. */
export class TestHost {
  /** Every method call of the app except `completeHandshake`, in order. */
  readonly calls: RecordedCall[] = [];
  /** Every event the app published, in order. */
  readonly events: RecordedEvent[] = [];
  #setupCompleted = false;
  readonly #selected: Partial<Record<SelectionContext, string>>;
  readonly #host: BridgeHost;
  #closed = false;
  readonly #waiting = new Set<() => void>();

  /**
   * @param settings the surface, its selection and its methods
   * @param sources tokens and time
   * @param runtime channels, timers and the window that the app under test listens on
   */
  constructor(
    settings: TestHostSettings,
    sources: TestHostSources,
    private readonly runtime: TestHostRuntime,
  ) {
    this.#selected = definedOnly({
      customers: settings.customerId,
      salesorders: settings.salesOrderId,
      items: settings.itemId,
    });
    const methods = surfaceMethods(settings.surface, settings.context ?? this.#firstContext(), {
      ...sources,
      selected: (context) => this.#selected[context] ?? null,
      setupCompleted: () => Promise.resolve(void (this.#setupCompleted = true)),
    });
    this.#host = new BridgeHost({
      ...runtime,
      frame: () => runtime.window,
      targetOrigin: '*',
      setupMethodsOn: settings.setupMethodsOn ?? 'first',
      methods: { every: { ...methods.every, ...settings.methods }, firstOnly: methods.firstOnly },
      observe: ({ direction, data, bridge }) => {
        if (direction === 'received') this.#record(data, bridge);
      },
      onEvent: (topic, payload, bridge) => {
        this.events.push({ topic, payload, bridge });
        this.#changed();
      },
    });
  }

  /** Removes the host: ports, timers and its additions to the global scope. Rejects the calls that still wait. */
  close(): void {
    this.#host.close();
    this.runtime.close();
    this.#closed = true;
    this.#changed();
  }

  /** Whether the app has called `setupCompleted`. */
  get setupCompleted(): boolean {
    return this.#setupCompleted;
  }

  /** Number of bridges that the app has. */
  get bridgeCount(): number {
    return this.#host.bridgeCount;
  }

  /** Selects a record as the user would: the current id changes and its event is published. */
  async select(context: SelectionContext, id: string): Promise<void> {
    this.#selected[context] = id;
    const { topic, payload } = selectionEvent(context, id);
    await this.publish(topic, payload);
  }

  /** Publishes any event to the app; resolves once confirmed. */
  publish(topic: string, payload?: unknown): Promise<void> {
    return this.#host.publish(topic, payload);
  }

  /** Calls a method that the app exposes. */
  call(name: string, ...args: unknown[]): Promise<unknown> {
    return this.#host.call(name, args);
  }

  /** Simulates a reload of the frame: the next bridge counts as the first again. */
  reload(): void {
    this.#host.reloaded();
  }

  /**
   * Resolves with the first call of the method, past or future.
   * @throws TestHostClosed when the host is closed without one
   */
  called(method: string): Promise<RecordedCall> {
    return this.#first(
      () => this.calls.find((call) => call.method === method),
      () => `the app called '${method}'; it called ${namesOf(this.calls.map((call) => call.method))}`,
    );
  }

  /**
   * Resolves with the first event of the topic, past or future.
   * @throws TestHostClosed when the host is closed without one
   */
  published(topic: string): Promise<RecordedEvent> {
    return this.#first(
      () => this.events.find((event) => event.topic === topic),
      () => `the app published '${topic}'; it published ${namesOf(this.events.map((event) => event.topic))}`,
    );
  }

  #first<T>(find: () => T | undefined, missed: () => string): Promise<T> {
    const search = async (): Promise<T> => {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        if (this.#closed) throw new TestHostClosed(`the test host was closed before ${missed()}`);
        await new Promise<void>((resolve) => this.#waiting.add(resolve));
      }
    };
    const first = search();
    // The rejection of an abandoned wait must not fail the test.
    first.catch(() => undefined);
    return first;
  }

  #firstContext(): SelectionContext {
    return (Object.keys(this.#selected)[0] as SelectionContext | undefined) ?? 'customers';
  }

  #record(data: unknown, bridge: number): void {
    const { type, body } = data as { type?: unknown; body?: { methodName?: unknown; args?: unknown } };
    if (type !== 'METHOD_CALL' || typeof body?.methodName !== 'string' || !Array.isArray(body.args)) return;
    if (body.methodName === 'completeHandshake') return;
    this.calls.push({ method: body.methodName, args: body.args, bridge });
    this.#changed();
  }

  #changed(): void {
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

function namesOf(seen: readonly string[]): string {
  return seen.length === 0 ? 'nothing' : [...new Set(seen)].join(', ');
}

function definedOnly<K extends string>(values: Record<K, string | undefined>): Partial<Record<K, string>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}
