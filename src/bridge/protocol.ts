/**
 * The App Bridge's wire protocol between host page and app (platform.md section 7, after the vendor's public SDK
 * source). No Node and no DOM in here: both ends run on anything that has message ports.
 */

/** What travels on a port after the handshake. `HANDSHAKE` itself travels by window message and has no id. */
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

/** The method an app calls on the port it was given, to accept it. */
export const completeHandshake = 'completeHandshake';

/** How long a caller waits, and what it is then told; the SDK rejects with this bare text. */
export const callTimeoutMs = 30_000;
export const timeoutReason = 'Plugin timeout';

/** The part of a MessagePort that the bridge uses; the browser's and Node's satisfy it. */
export interface BridgePort {
  postMessage(message: unknown): void;
  close(): void;
  onmessage: MessageHandler | null;
}

/** Written as a method so that MessagePort's own, narrower handler type is assignable. */
type MessageHandler = { handle(event: { data: unknown }): void }['handle'];

/**
 * Runs something once, later.
 * @param delayMs milliseconds
 * @returns takes the plan back
 */
export type Schedule = (delayMs: number, run: () => void) => () => void;

/** @returns whether a window message asks for a handshake */
export function isHandshake(data: unknown): boolean {
  return isRecord(data) && data['type'] === handshake.type;
}

/** @returns the message, or undefined when it is none: no text id, or an unknown type */
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
