import { Type, type TProperties } from 'typebox';
import { anyText, number, oneOf, whole } from '../platform/validation/fields.ts';

// The bodies of the pages' endpoints. A page may send more than its endpoint reads.

const bodyOf = <P extends TProperties>(id: string, properties: P) =>
  Type.Object(properties, { $id: `pages/${id}`, expected: 'a JSON object' });

export const signIn = bodyOf('sign-in', {
  user: Type.String({ expected: 'a user id or e-mail' }),
});

export const setupMethodsChange = bodyOf('setup-methods', {
  /** The handshakes that offer setup methods. */
  setupMethodsOn: oneOf('first', 'every'),
});

export const blockedFrame = bodyOf('blocked-frame', {
  url: Type.String({ expected: 'a URL' }),
});

export const installationChange = Type.Unsafe<{ status: 'SETUP_COMPLETED' } | { scopes: 'granted' }>({
  $id: 'pages/installation-change',
  anyOf: [Type.Object({ status: oneOf('SETUP_COMPLETED') }), Type.Object({ scopes: oneOf('granted') })],
  expected: '{"status":"SETUP_COMPLETED"} or {"scopes":"granted"}',
});

const reportedMessage = Type.Object({
  appId: anyText,
  surface: anyText,
  direction: oneOf('received', 'sent'),
  type: anyText,
  /** Method or topic. */
  name: anyText,
  problem: Type.Optional(anyText),
  /** Number of messages that the report stands for. */
  count: Type.Optional(number),
});

/** A shell's reports of bridge messages. Their bodies stay in the browser, because they may contain tokens. */
export const bridgeMessages = bodyOf('bridge-messages', {
  messages: whole(Type.Array(reportedMessage), 'a list of {appId, surface, direction, type, name}'),
});
