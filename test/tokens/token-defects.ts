import type { RawToken } from './raw-tokens.ts';

type Change = (token: RawToken) => RawToken;

const header =
  (members: Record<string, unknown>): Change =>
  (token) => ({
    ...token,
    header: { ...token.header, ...members },
  });
const claims =
  (members: Record<string, unknown>): Change =>
  (token) => ({
    ...token,
    claims: { ...token.claims, ...members },
  });
const after =
  (change: (token: string) => string): Change =>
  (token) => ({ ...token, after: change });
const part = (index: number, change: (part: string) => string): Change =>
  after((token) =>
    token
      .split('.')
      .map((text, at) => (at === index ? change(text) : text))
      .join('.'),
  );

const without = (object: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

/** Adds a member to a JSON object's text in front of the others, so that the last one is the genuine one. */
const twice = (object: object, member: string): string => `{${member},${JSON.stringify(object).slice(1)}`;

/** Sets bits of the last character that decode to nothing (RFC 4648 section 3.5). */
function looseBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return text.slice(0, -1) + (alphabet[alphabet.indexOf(text.at(-1)!) | 1] ?? '');
}

/** A signature of 256 bytes (RSA) and one of 64 (Ed25519) both end in a character with four unused bits. */
const wrongTypes: readonly [string, unknown][] = [
  ['a number', 123],
  ['null', null],
  ['true', true],
  ['an object', {}],
  ['an object that has no text', { toString: 1, valueOf: 1 }],
  ['a list', ['x']],
  ['a list in a list', [[]]],
];

const headerTypes = ['alg', 'kid', 'typ', 'cty', 'jku', 'x5u', 'x5t', 'x5t#S256'].flatMap((name) =>
  wrongTypes.map(([what, value]): [string, Change] => [`header ${name}: ${what}`, header({ [name]: value })]),
);

/** Names that every kind of token reads as text. */
const textClaims = ['iss', 'sub', 'jti', 'client_id', 'scope', 'userId', 'tenantId', 'kid'];
const claimTypes = [...textClaims, 'urn:jtl:tenant_id', 'urn:jtl:app_id'].flatMap((name) =>
  wrongTypes.map(([what, value]): [string, Change] => [`claim ${name}: ${what}`, claims({ [name]: value })]),
);

const times = ['exp', 'nbf', 'iat'].flatMap((name) =>
  ['1', null, true, {}, [1e12]].map((value): [string, Change] => [
    `claim ${name}: ${JSON.stringify(value)}`,
    claims({ [name]: value }),
  ]),
);

const shapes: readonly [string, Change][] = [
  ['header crit: an unknown extension', header({ crit: ['x'], x: 1 })],
  ['header crit: b64', header({ crit: ['b64'], b64: true })],
  ['header crit: empty', header({ crit: [] })],
  ['header crit: not a list', header({ crit: 'exp' })],
  ['header crit: null', header({ crit: null })],
  ['header without alg', (token) => ({ ...token, header: without(token.header, 'alg') })],
  ['header without kid', (token) => ({ ...token, header: without(token.header, 'kid') })],
  ['header kid: a name that every object has', header({ kid: '__proto__' })],
  ['header kid: 9,000 characters', header({ kid: 'k'.repeat(9000) })],
  ['header alg: of another key', header({ alg: 'HS256' })],
  ['header alg: nOnE', header({ alg: 'nOnE' })],
  ['header jwk: a list', header({ jwk: [] })],
  ['header jwk: a text', header({ jwk: 'x' })],
  ['header x5c: a text', header({ x5c: 'x' })],
  ['header x5c: a list of numbers', header({ x5c: [1] })],
  ['header: two kids', (token) => ({ ...token, headerText: twice(token.header, '"kid":"x"') })],
  ['header: two algs', (token) => ({ ...token, headerText: twice(token.header, '"alg":"none"') })],
  [
    'header: two kids, one escaped',
    (token) => ({ ...token, headerText: twice(token.header, '"\\u006bid":"x"') }),
  ],
  ['header: a list', (token) => ({ ...token, headerText: '[]' })],
  ['header: null', (token) => ({ ...token, headerText: 'null' })],
  ['header: no JSON', (token) => ({ ...token, headerText: '{' })],
  ['header: text after the JSON', (token) => ({ ...token, headerText: `${JSON.stringify(token.header)}x` })],
  ['payload: two exps', (token) => ({ ...token, claimsText: twice(token.claims, '"exp":1') })],
  [
    'payload: two members in an inner object',
    (token) => ({ ...token, claimsText: twice(token.claims, '"x":{"a":1,"a":2}') }),
  ],
  [
    'payload: exp without end',
    (token) => ({
      ...token,
      claimsText: JSON.stringify({ ...token.claims, exp: 0 }).replace('"exp":0', '"exp":1e999'),
    }),
  ],
  ['payload: without exp', (token) => ({ ...token, claims: without(token.claims, 'exp') })],
  ['payload: a list', (token) => ({ ...token, claimsText: '[]' })],
  ['payload: a number', (token) => ({ ...token, claimsText: '1' })],
  [
    'payload: 1,500 lists in each other',
    (token) => ({ ...token, claimsText: twice(token.claims, `"x":${'['.repeat(1500)}${']'.repeat(1500)}`) }),
  ],
  ['claim aud: a number', claims({ aud: 1 })],
  ['claim aud: null', claims({ aud: null })],
  ['claim aud: a list with a number', claims({ aud: ['hello-world-client', 1] })],
  ['claim aud: an object', claims({ aud: { toString: 1 } })],
  ['claim scp: a text', claims({ scp: 'items.read' })],
  ['claim scp: a list with an object', claims({ scp: [{}] })],
  ['claim act: a text', claims({ act: 'x' })],
  ['padding behind the signature', part(2, (text) => `${text}==`)],
  ['padding behind the header', part(0, (text) => `${text}=`)],
  ['padding behind the payload', part(1, (text) => `${text}==`)],
  ['a line break behind the signature', part(2, (text) => `${text}%0A`)],
  ['text behind the signature', part(2, (text) => `${text}A`)],
  [
    'the signature in the alphabet of base64',
    part(2, (text) => text.replaceAll('-', '+').replaceAll('_', '/') + '+'),
  ],
  ['bits behind the end of the signature', part(2, looseBits)],
  ['a foreign character in the header', part(0, (text) => `${text}~`)],
  ['a fourth part', after((token) => `${token}.x`)],
  ['an empty fourth part', after((token) => `${token}.`)],
  ['five parts', after((token) => `${token}.x.x`)],
  ['no signature', part(2, () => '')],
  ['no payload', part(1, () => '')],
  ['no header', part(0, () => '')],
  ['two tokens', after((token) => `${token},${token}`)],
];

/** Every way to be wrong; each is signed by the right key wherever the signature is not what is wrong. */
export const tokenDefects: readonly [string, Change][] = [...headerTypes, ...claimTypes, ...times, ...shapes];
