import { METHODS } from 'node:http';
import { InvalidInput, type Problem } from '../problems.ts';
import { bodilessStatuses } from './answers.ts';
import type { FaultEffect, FaultRequest } from './model.ts';

interface Rule {
  expected: string;
  accepts: (value: unknown) => boolean;
}

/** Milliseconds; a timer set to more fires at once. */
export const longestLatency = 2 ** 31 - 1;

/** Characters of a path pattern. */
const longestPath = 2000;

/** RFC 9110 section 8.3.1: type, subtype, and parameters whose values are tokens or quoted texts. */
const token = /[!#$%&'*+.^_`|~\w-]+/.source;
const mediaType = new RegExp(`^${token}/${token}( *; *${token}=(${token}|"[ !#-[\\]-~]*"))*$`);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Rule = { expected: 'a text', accepts: (value) => typeof value === 'string' && value !== '' };
const positive: Rule = { expected: 'a number above 0', accepts: (value) => isNumber(value) && value > 0 };
const count: Rule = {
  expected: 'a whole number from 1',
  accepts: (value) => Number.isInteger(value) && (value as number) >= 1,
};
const yes: Rule = { expected: 'true', accepts: (value) => value === true };
const body: Rule = { expected: 'a text or what JSON can hold', accepts: isJson };
const amounts = (value: unknown, ...keys: string[]) =>
  isRecord(value) &&
  Object.keys(value).length === keys.length &&
  keys.every((key) => isNumber(value[key]) && value[key] >= 0 && value[key] <= longestLatency);

const matchRules: Record<string, Rule> = {
  service: {
    expected: 'one of identity, account, erp, pages, docs',
    accepts: (value) => ['identity', 'account', 'erp', 'pages', 'docs'].some((one) => one === value),
  },
  method: {
    expected: `one of ${METHODS.join(', ')}`,
    accepts: (value) => typeof value === 'string' && METHODS.includes(value.toUpperCase()),
  },
  path: {
    expected: `a path that begins with /, up to ${longestPath} characters long`,
    accepts: (value) => typeof value === 'string' && value.startsWith('/') && value.length <= longestPath,
  },
  operationId: text,
  field: text,
  tenantId: text,
  appId: text,
};

const effectRules: Record<string, Rule> = {
  status: {
    expected: 'a status from 200 to 599',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  },
  body,
  contentType: {
    expected: 'a media type such as text/html; charset=utf-8',
    accepts: (value) => typeof value === 'string' && mediaType.test(value),
  },
  latency: {
    expected: `milliseconds up to ${longestLatency}, {min, max} or {mean, deviation}`,
    accepts: (value) =>
      (isNumber(value) && value >= 0 && value <= longestLatency) ||
      amounts(value, 'min', 'max') ||
      amounts(value, 'mean', 'deviation'),
  },
  reset: yes,
  truncate: {
    expected: 'a share from 0 to below 1',
    accepts: (value) => isNumber(value) && value >= 0 && value < 1,
  },
  trickle: positive,
  rateLimit: {
    expected: `{limit, seconds}, the limit from 0, both up to ${longestLatency}`,
    accepts: (value) => amounts(value, 'limit', 'seconds') && (value as { seconds: number }).seconds > 0,
  },
  disconnect: yes,
};

const faultRules: Record<string, Rule> = {
  match: { expected: 'an object', accepts: isRecord },
  effect: { expected: 'an object', accepts: isRecord },
  times: count,
  probability: {
    expected: 'a number from 0 to 1',
    accepts: (value) => isNumber(value) && value >= 0 && value <= 1,
  },
  seed: { expected: 'a whole number', accepts: (value) => Number.isInteger(value) },
};

/**
 * Checks a fault as it comes from outside.
 * @throws InvalidInput with every problem
 */
export function readFault(input: unknown): FaultRequest {
  if (!isRecord(input)) throw new InvalidInput([{ path: '$', value: input, message: 'must be an object' }]);
  const problems = [
    ...problemsOf(input, faultRules, '$'),
    ...(isRecord(input['match']) ? problemsOf(input['match'], matchRules, '$.match') : []),
    ...(isRecord(input['effect']) ? problemsOf(input['effect'], effectRules, '$.effect') : []),
  ];
  if (!isRecord(input['effect']) || Object.keys(input['effect']).length === 0) {
    problems.push({
      path: '$.effect',
      message: `missing; give one or more of ${Object.keys(effectRules).join(', ')}`,
    });
  }
  // What parts make of each other can only be said of parts that are sound.
  if (problems.length === 0) problems.push(...contradictions((input as unknown as FaultRequest).effect));
  if (problems.length > 0) throw new InvalidInput(problems);
  return input as unknown as FaultRequest;
}

/** Effects that could never show. */
function contradictions({ status, body, latency, rateLimit, disconnect }: FaultEffect): Problem[] {
  const problems: Problem[] = [];
  if (typeof latency === 'object' && 'min' in latency && latency.min > latency.max) {
    const message = `must be {min, max} with a min up to its max; ${latency.min} is above ${latency.max}`;
    problems.push({ path: '$.effect.latency', value: latency, message });
  }
  if (body === undefined) return problems;
  if (status === undefined && rateLimit === undefined && disconnect === undefined) {
    const message = 'is the body of an answer in place of the service; give its status too';
    problems.push({ path: '$.effect.body', value: body, message });
  }
  if (status !== undefined && bodilessStatuses.has(status)) {
    const message = `an answer of status ${status} has no body; leave it out or give another status`;
    problems.push({ path: '$.effect.body', value: body, message });
  }
  return problems;
}

function problemsOf(input: Record<string, unknown>, rules: Record<string, Rule>, path: string): Problem[] {
  return Object.entries(input).flatMap(([key, value]) => {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined) {
      return [
        {
          path: `${path}.${key}`,
          value,
          message: `unknown key '${key}'; allowed: ${Object.keys(rules).join(', ')}`,
        },
      ];
    }
    return rule.accepts(value)
      ? []
      : [{ path: `${path}.${key}`, value, message: `must be ${rule.expected}` }];
  });
}

/** From the Node API anything may come, such as a function or what holds itself. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}
