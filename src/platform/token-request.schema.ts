import { Type } from 'typebox';
import { defects, sessionDefects, type Defect } from '../tokens/defects.ts';
import { longestLifetime } from './config.ts';
import { anyText, closed, oneOf, whole } from './validation/fields.ts';

// The token requests of the control API (`POST tokens/{kind}`), by kind; every member is optional.

const optional = Type.Optional;

/** The last second that a date can have (ECMAScript's time range), either side of the epoch. */
const latestSecond = 8.64e12;

const time = Type.Number({
  minimum: -latestSecond,
  maximum: latestSecond,
  expected: `a number, seconds since the epoch (RFC 7519 section 2), up to ${latestSecond}`,
});

const absent = (why: string) => optional(Type.Unsafe<undefined>({ not: {}, expected: `absent: ${why}` }));

const defectsAmong = (allowed: readonly Defect[]) =>
  optional(Type.Array(oneOf(...allowed), { expected: `a list of: ${allowed.join(', ')}` }));

const scopes = optional(
  whole(
    Type.Array(Type.String({ pattern: String.raw`^[\x21\x23-\x5b\x5d-\x7e]+$` })),
    'a list of scope names without spaces, quotes or backslashes',
  ),
);

const subjects = {
  /** App id, slug or client id. */
  appId: optional(anyText),
  /** Another name of the same. */
  clientId: optional(anyText),
  /** Tenant id or slug. */
  tenantId: optional(anyText),
  /** User id or e-mail address. */
  userId: optional(anyText),
};

const expiresIn = optional(
  Type.Integer({
    minimum: 1,
    maximum: longestLifetime,
    expected: `whole seconds from 1 to ${longestLifetime}; for an expired token use the defect 'expired'`,
  }),
);

const claims = optional(
  Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    properties: { exp: time, nbf: time, iat: time },
    expected: 'a JSON object of claims',
  }),
);

export const accessTokenRequest = closed(
  {
    ...subjects,
    scopes,
    /** Seconds. */
    expiresIn,
    /** Access tokens only: 1 (default) or 2. */
    generation: optional(oneOf(1, 2)),
    /** Added to the token's claims, or replacing them. */
    claims,
    defects: defectsAmong(defects),
  },
  { $id: 'control/access-token', expected: 'a JSON object' },
);

export const appTokenRequest = closed(
  { ...subjects, scopes, expiresIn, generation: optional(oneOf(2)), claims, defects: defectsAmong(defects) },
  { $id: 'control/app-token', expected: 'a JSON object' },
);

export const sessionTokenRequest = closed(
  {
    ...subjects,
    scopes: absent('a session token has no scopes'),
    expiresIn,
    generation: absent('a session token belongs to no generation'),
    claims,
    defects: defectsAmong(sessionDefects),
  },
  { $id: 'control/session-token', expected: 'a JSON object' },
);
