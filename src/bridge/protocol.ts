/**
 * The App Bridge's wire protocol between host page and app (platform.md section 7, after the vendor's public SDK
 * source). Uses neither Node nor DOM: both ends run wherever there are message ports.
 */

/** The types of messages on a port after the handshake. `HANDSHAKE` itself is a window message and has no id. */
export const messageTypes = [
  'METHOD_CALL',
  'METHOD_CALL_RETURN',
  'METHOD_CALL_ERROR',
  'EVENT_TRIGGER',
  'EVENT_TRIGGER_CONFIRMATION',
] as const;
export type MessageType = (typeof messageTypes)[number];

export interface BridgeMessage {
  /** A UUID per request; an answer carries its request's. */
  id: string;
  type: MessageType;
  body?: unknown;
}

export interface MethodCall {
  methodName: string;
  args: unknown[];
}

export interface EventTrigger {
  topic: string;
  payload?: unknown;
}

export const handshake = { type: 'HANDSHAKE' } as const;

/** The method that an app calls on its port to accept it. */
export const completeHandshake = 'completeHandshake';

/** Timeout of a call, and the bare text that the SDK rejects with. */
export const callTimeoutMs = 30_000;
export const timeoutReason = 'Plugin timeout';

/** The part of a MessagePort that the bridge uses. The ports of browsers and of Node have it. */
export interface BridgePort {
  postMessage(message: unknown): void;
  close(): void;
  onmessage: MessageHandler | null;
}

/** Written as a method so that MessagePort's own, narrower handler type is assignable. */
type MessageHandler = { handle(event: { data: unknown }): void }['handle'];

/**
 * Runs a callback once, later.
 * @param delayMs milliseconds
 * @returns cancels it
 */
export type Schedule = (delayMs: number, run: () => void) => () => void;

/** @returns whether a window message asks for a handshake */
export function isHandshake(data: unknown): boolean {
  return isRecord(data) && data['type'] === handshake.type;
}

/** @returns the message, or undefined if it has no text id or an unknown type */
export function parseMessage(data: unknown): BridgeMessage | undefined {
  if (!isRecord(data) || typeof data['id'] !== 'string') return undefined;
  const type = messageTypes.find((known) => known === data['type']);
  return type && { id: data['id'], type, body: data['body'] };
}

/** @returns the body of a METHOD_CALL, or undefined when malformed */
export function parseMethodCall(body: unknown): MethodCall | undefined {
  if (!isRecord(body) || typeof body['methodName'] !== 'string' || !Array.isArray(body['args']))
    return undefined;
  return { methodName: body['methodName'], args: body['args'] };
}

/** @returns the body of an EVENT_TRIGGER, or undefined when malformed */
export function parseEventTrigger(body: unknown): EventTrigger | undefined {
  if (!isRecord(body) || typeof body['topic'] !== 'string') return undefined;
  return { topic: body['topic'], payload: body['payload'] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
