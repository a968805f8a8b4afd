import { METHODS } from 'node:http';
import { Type } from 'typebox';
import { anyCase, anything, closed, oneOf, text, whole, wholeFrom } from '../validation/fields.ts';

const optional = Type.Optional;

/** Milliseconds; a timer set to more fires at once. */
export const longestLatency = 2 ** 31 - 1;

/** Characters of a path pattern. */
const longestPath = 2000;

/** RFC 9110 section 8.3.1: type, subtype, and parameters whose values are tokens or quoted texts. */
const token = String.raw`[!#$%&'*+.^_\x60|~\w-]+`;
const mediaType = String.raw`^${token}/${token}( *; *${token}=(${token}|"[ !#-\[\]-~]*"))*$`;

/** Which requests a fault applies to: every given member must match. */
export const faultMatch = closed({
  service: optional(oneOf('identity', 'account', 'erp', 'pages', 'docs')),
  method: optional(
    Type.String({
      pattern: `^(${METHODS.map(anyCase).join('|')})$`,
      expected: `one of ${METHODS.join(', ')}`,
    }),
  ),
  /** Path on the single origin, without query; `*` stands for a segment, `**` for any number of them. */
  path: optional(
    Type.String({
      pattern: '^/',
      maxLength: longestPath,
      expected: `a path that begins with /, up to ${longestPath} characters long`,
    }),
  ),
  /** Operation id of the Wawi REST contract. */
  operationId: optional(text),
  /** GraphQL root field, such as `QueryItems`. */
  field: optional(text),
  /** Tenant id or slug. */
  tenantId: optional(text),
  /** App id, slug or client id. */
  appId: optional(text),
});

const amount = Type.Number({ minimum: 0, maximum: longestLatency });

/** Milliseconds: the same each time, evenly between two, or normally distributed and never below zero. */
export const latency = whole(
  Type.Union([amount, closed({ min: amount, max: amount }), closed({ mean: amount, deviation: amount })]),
  `milliseconds up to ${longestLatency}, {min, max} or {mean, deviation}`,
);

/** The effects of a fault; several may be given and apply together. */
const effects = {
  /** Answers with this status in place of the service. */
  status: optional(Type.Integer({ minimum: 200, maximum: 599, expected: 'a status from 200 to 599' })),
  /** Body of that answer: a text unchanged, any other value as JSON; default: an error in the service's own shape. */
  body: optional(anything),
  /** Content type of the answer, the service's own or the fault's. */
  contentType: optional(
    Type.String({ pattern: mediaType, expected: 'a media type such as text/html; charset=utf-8' }),
  ),
  /** Waits before anything else. */
  latency: optional(latency),
  /** Resets the connection without an answer. */
  reset: optional(Type.Unsafe<boolean>({ const: true, expected: 'true' })),
  /** Sends this share of the body (0 to 1, 1 excluded), then cuts the connection. */
  truncate: optional(Type.Number({ minimum: 0, exclusiveMaximum: 1, expected: 'a share from 0 to below 1' })),
  /** Sends the body at so many bytes a second. */
  trickle: optional(Type.Number({ exclusiveMinimum: 0, expected: 'a number above 0' })),
  /** 429 once an app has made so many requests for a tenant within the window of so many seconds. */
  rateLimit: optional(
    whole(
      closed({ limit: amount, seconds: Type.Number({ exclusiveMinimum: 0, maximum: longestLatency }) }),
      `{limit, seconds}, the limit from 0, both up to ${longestLatency}`,
    ),
  ),
  /** The service does its work, and the answer is lost: 504 as when a Wawi goes away in between. */
  disconnect: optional(Type.Unsafe<boolean>({ const: true, expected: 'true' })),
};

export const faultEffect = closed(effects, {
  minProperties: 1,
  expected: `an object with one or more of ${Object.keys(effects).join(', ')}`,
});

/** A fault as it is asked for. */
export const faultRequest = closed(
  {
    match: optional(faultMatch),
    effect: faultEffect,
    /** Number of requests that it applies to before it is removed. Default: no limit. */
    times: optional(wholeFrom(1)),
    /** Probability that it applies to a matching request, 0 to 1; default: 1. */
    probability: optional(Type.Number({ minimum: 0, maximum: 1, expected: 'a number from 0 to 1' })),
    /** Of the sequence of chances; the same seed selects the same requests. */
    seed: optional(Type.Integer({ expected: 'a whole number' })),
  },
  { $id: 'control/fault', expected: 'a JSON object' },
);
