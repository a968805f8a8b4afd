import {
  callTimeoutMs,
  parseEventTrigger,
  parseMessage,
  parseMethodCall,
  timeoutReason,
} from './protocol.ts';
import type { BridgeMessage, BridgePort, MessageType, Schedule } from './protocol.ts';

export type ExposedMethod = (...args: unknown[]) => unknown;
export type EventListener = (payload: unknown) => unknown;

/** One message of a port, as the inspector shows it. */
export interface Traffic {
  direction: 'received' | 'sent';
  /** The message as it was sent, valid or not. */
  data: unknown;
  /** Why the message was ignored or refused; undefined if it was handled. */
  problem?: string;
}

/** The environment of a peer. */
export interface PeerEnvironment {
  schedule: Schedule;
  newId(): string;
  /** Receives every message, in order. */
  observe?(traffic: Traffic): void;
  /** Receives every event, of any topic. */
  onEvent?(topic: string, payload: unknown): void;
  /** Receives the error of a subscriber; the event is confirmed all the same. */
  onListenerError?(error: unknown): void;
}

interface Pending {
  /** The type of a successful answer. */
  answer: MessageType;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  cancelTimeout(): void;
}

/**
 * Limit of calls of one peer that run at the same time. The peer refuses further calls, so that a flood cannot exhaust
 * the host.
 */
const maxRunningCalls = 200;

/**
 * One end of a bridge. Both ends work the same way: each exposes methods, calls the other's, publishes and subscribes.
 */
export class BridgePeer {
  readonly #methods = new Map<string, ExposedMethod>();
  readonly #listeners = new Map<string, Set<EventListener>>();
  readonly #pending = new Map<string, Pending>();
  #running = 0;

  /** Starts listening at once. Earlier messages are not lost, because ports queue them. */
  constructor(
    private readonly port: BridgePort,
    private readonly environment: PeerEnvironment,
  ) {
    port.onmessage = (event) => this.#receive(event.data);
  }

  /** Lets the other side call a method; replaces an earlier one of the same name. */
  expose(name: string, method: ExposedMethod): void {
    this.#methods.set(name, method);
  }

  /** @returns whether this side exposes the method */
  isExposed(name: string): boolean {
    return this.#methods.has(name);
  }

  /**
   * Calls a method of the other side.
   * @returns its result, as structured clone carries it
   * @throws the other side's error, or the text `Plugin timeout` after 30 s, or a DataCloneError
   */
  call(name: string, args: unknown[]): Promise<unknown> {
    return this.#request('METHOD_CALL', 'METHOD_CALL_RETURN', { methodName: name, args });
  }

  /** Publishes an event; resolves once the other side has confirmed it. */
  async publish(topic: string, payload: unknown): Promise<void> {
    await this.#request('EVENT_TRIGGER', 'EVENT_TRIGGER_CONFIRMATION', { topic, payload });
  }

  /** @returns ends the subscription */
  subscribe(topic: string, listener: EventListener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Closes the port and rejects the calls that still wait. */
  close(): void {
    this.port.onmessage = null;
    this.port.close();
    for (const pending of this.#pending.values()) {
      pending.cancelTimeout();
      pending.reject(new Error('the bridge was closed'));
    }
    this.#pending.clear();
  }

  #request(type: MessageType, answer: MessageType, body: unknown): Promise<unknown> {
    const id = this.environment.newId();
    return new Promise((resolve, reject) => {
      this.#send({ id, type, body });
      const cancelTimeout = this.environment.schedule(callTimeoutMs, () => {
        this.#pending.delete(id);
        reject(timeoutReason);
      });
      this.#pending.set(id, { answer, resolve, reject, cancelTimeout });
    });
  }

  #receive(data: unknown): void {
    const message = parseMessage(data);
    const problem = message === undefined ? 'not a bridge message' : this.#handle(message);
    this.environment.observe?.({
      direction: 'received',
      data,
      ...(problem === undefined ? {} : { problem }),
    });
    // Observed before the answer is sent, so that the traffic is in the order of cause and effect.
    if (message?.type === 'METHOD_CALL') void this.#run(message);
    if (message?.type === 'EVENT_TRIGGER') this.#dispatch(message);
  }

  /** Settles the call or event that the message answers. @returns the problem with the message */
  #handle(message: BridgeMessage): string | undefined {
    if (message.type === 'METHOD_CALL') return undefined;
    if (message.type === 'EVENT_TRIGGER') {
      return parseEventTrigger(message.body) ? undefined : 'an event body must be {topic, payload}';
    }
    const pending = this.#pending.get(message.id);
    const fits = message.type === pending?.answer || message.type === 'METHOD_CALL_ERROR';
    if (pending === undefined || !fits) return 'answers no pending message';
    this.#pending.delete(message.id);
    pending.cancelTimeout();
    if (message.type === 'METHOD_CALL_ERROR') pending.reject(message.body);
    else pending.resolve(message.body);
    return undefined;
  }

  async #run({ id, body }: BridgeMessage): Promise<void> {
    this.#running++;
    try {
      this.#answer(id, await this.#invoke(body));
    } catch (error) {
      this.#answerError(id, error instanceof Refusal ? error.message : error);
    } finally {
      this.#running--;
    }
  }

  #answer(id: string, result: unknown): void {
    try {
      this.#send({ id, type: 'METHOD_CALL_RETURN', body: result });
    } catch (error) {
      throw new Refusal(String(error));
    }
  }

  #answerError(id: string, error: unknown): void {
    try {
      this.#send({ id, type: 'METHOD_CALL_ERROR', body: error });
    } catch {
      // An error may not be cloneable; its text always is.
      this.#send({ id, type: 'METHOD_CALL_ERROR', body: String(error) });
    }
  }

  async #invoke(body: unknown): Promise<unknown> {
    const call = parseMethodCall(body);
    if (call === undefined) throw new Refusal('a method call body must be {methodName, args[]}');
    if (this.#running > maxRunningCalls) throw new Refusal(`more than ${maxRunningCalls} calls at once`);
    const method = this.#methods.get(call.methodName);
    if (method === undefined) throw new Refusal(`${call.methodName} is not exposed`);
    return method(...call.args);
  }

  #dispatch({ id, body }: BridgeMessage): void {
    const event = parseEventTrigger(body);
    if (event === undefined) return;
    for (const listener of this.#listeners.get(event.topic) ?? []) void this.#notify(listener, event.payload);
    this.environment.onEvent?.(event.topic, event.payload);
    this.#send({ id, type: 'EVENT_TRIGGER_CONFIRMATION' });
  }

  async #notify(listener: EventListener, payload: unknown): Promise<void> {
    try {
      await listener(payload);
    } catch (error) {
      this.environment.onListenerError?.(error);
    }
  }

  #send(message: BridgeMessage): void {
    this.port.postMessage(message);
    this.environment.observe?.({ direction: 'sent', data: message });
  }
}

/** The bridge itself refuses a call. The other side receives the bare text, as on the platform. */
class Refusal extends Error {}
