import { InvalidInput, type Problem } from '../problems.ts';
import type { FaultRequest } from './model.ts';

interface Rule {
  expected: string;
  accepts: (value: unknown) => boolean;
}

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
const any: Rule = { expected: 'any value', accepts: () => true };
const amounts = (value: unknown, ...keys: string[]) =>
  isRecord(value) &&
  Object.keys(value).length === keys.length &&
  keys.every((key) => isNumber(value[key]) && value[key] >= 0);

const matchRules: Record<string, Rule> = {
  service: {
    expected: 'one of identity, account, erp, pages, docs',
    accepts: (value) => ['identity', 'account', 'erp', 'pages', 'docs'].includes(String(value)),
  },
  method: text,
  path: {
    expected: 'a path that begins with /',
    accepts: (value) => typeof value === 'string' && value.startsWith('/'),
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
  body: any,
  contentType: text,
  latency: {
    expected: 'milliseconds, {min, max} or {mean, deviation}',
    accepts: (value) =>
      (isNumber(value) && value >= 0) || amounts(value, 'min', 'max') || amounts(value, 'mean', 'deviation'),
  },
  reset: yes,
  truncate: {
    expected: 'a share from 0 to below 1',
    accepts: (value) => isNumber(value) && value >= 0 && value < 1,
  },
  trickle: positive,
  rateLimit: {
    expected: '{limit, seconds}, the limit from 0',
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
  if (problems.length > 0) throw new InvalidInput(problems);
  return input as unknown as FaultRequest;
}

function problemsOf(input: Record<string, unknown>, rules: Record<string, Rule>, path: string): Problem[] {
  return Object.entries(input).flatMap(([key, value]) => {
    const rule = rules[key];
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
