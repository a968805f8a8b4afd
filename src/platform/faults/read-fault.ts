import { InvalidInput, type Problem } from '../problems.ts';
import { checked } from '../validation/validator.ts';
import { bodilessStatuses } from './answers.ts';
import { faultRequest } from './faults.schema.ts';
import type { FaultEffect, FaultRequest } from './model.ts';

/**
 * Checks a fault of a client.
 * @throws InvalidInput with every problem
 */
export function readFault(input: unknown): FaultRequest {
  const request = checked(faultRequest, input);
  const problems = contradictions(request.effect);
  if (problems.length > 0) throw new InvalidInput(problems);
  return request;
}

/** Effects that could never apply. */
function contradictions({ status, body, latency, rateLimit, disconnect }: FaultEffect): Problem[] {
  const problems: Problem[] = [];
  if (typeof latency === 'object' && 'min' in latency && latency.min > latency.max) {
    const message = `must be {min, max} with a min up to its max; ${latency.min} is above ${latency.max}`;
    problems.push({ path: '$.effect.latency', value: latency, message });
  }
  if (body === undefined) return problems;
  if (!isJson(body))
    problems.push({ path: '$.effect.body', value: body, message: 'must be a text or a JSON value' });
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

/** The Node API may receive any value, such as a function or a circular object. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}
