import { defects, sessionDefects, signatureDefects } from '../tokens/defects.ts';
import type { Defect } from '../tokens/defects.ts';
import { longestLifetime } from './config.ts';
import type { App, Tenant, User } from './model.ts';
import { InvalidInput } from './problems.ts';
import type { Problem } from './problems.ts';
import type { Registry } from './registry.ts';

export const mintableKinds = ['access', 'session', 'app'] as const;
export type MintableKind = (typeof mintableKinds)[number];

/** What a test asks for (`POST tokens/{kind}` of the control API); everything may be absent. */
export interface TokenRequest {
  /** App id, slug or client id. */
  appId?: string;
  /** The same by another name. */
  clientId?: string;
  /** Tenant id or slug. */
  tenantId?: string;
  /** User id or e-mail address. */
  userId?: string;
  scopes?: string[];
  /** Seconds. */
  expiresIn?: number;
  /** Access tokens only: 1 (default) or 2. */
  generation?: 1 | 2;
  /** Added to the token, replacing what it would say otherwise. */
  claims?: Record<string, unknown>;
  defects?: Defect[];
}

/** A request with everything looked up and defaults filled in. */
export interface ResolvedTokenRequest {
  app: App;
  tenant: Tenant;
  user: User;
  /** Whether the request named a tenant or user: an access token has neither unless asked for. */
  named: { tenant: boolean; user: boolean };
  scopes: string[] | undefined;
  expiresIn: number | undefined;
  generation: 1 | 2;
  claims: Record<string, unknown>;
  defects: Defect[];
}

const defaults = { app: 'hello-world', tenant: 'bergmann-outdoor', user: 'anna.bergmann@example.com' };

/** The last second a date can name (ECMAScript's time range), either side of the epoch. */
const latestSecond = 8.64e12;

const fields = [
  'appId',
  'clientId',
  'tenantId',
  'userId',
  'scopes',
  'expiresIn',
  'generation',
  'claims',
  'defects',
];

/**
 * Reads a token request as it comes from outside.
 * @param request JSON, or undefined for all defaults
 * @throws InvalidInput with every problem
 */
export function resolveTokenRequest(
  kind: MintableKind,
  request: unknown,
  registry: Registry,
): ResolvedTokenRequest {
  const problems: Problem[] = [];
  if (request !== undefined && !isObject(request)) {
    throw new InvalidInput([{ path: '$', value: request, message: 'must be a JSON object' }]);
  }
  const body: Record<string, unknown> = request ?? {};
  for (const name of Object.keys(body)) {
    if (!fields.includes(name))
      problems.push({
        path: `$.${name}`,
        value: body[name],
        message: `unknown; allowed: ${fields.join(', ')}`,
      });
  }
  const { app, tenant, user } = findSubjects(body, registry, problems);
  const resolved = {
    named: { tenant: body['tenantId'] !== undefined, user: body['userId'] !== undefined },
    scopes: readScopes(kind, body['scopes'], problems),
    expiresIn: readLifetime(body['expiresIn'], problems),
    generation: readGeneration(kind, body['generation'], problems),
    claims: readClaims(body['claims'], problems),
    defects: readDefects(kind, body['defects'], problems),
  };
  if (problems.length > 0 || !app || !tenant || !user) throw new InvalidInput(problems);
  return { app, tenant, user, ...resolved };
}

/** @returns who the token is for, where it is found; a problem is added for what is not */
function findSubjects(
  body: Record<string, unknown>,
  registry: Registry,
  problems: Problem[],
): { app: App | undefined; tenant: Tenant | undefined; user: User | undefined } {
  return {
    app: find(
      body,
      ['appId', 'clientId'],
      'app',
      (id) => registry.findApp(id),
      registry.findApp(defaults.app) ?? registry.apps[0],
      problems,
    ),
    tenant: find(
      body,
      ['tenantId'],
      'tenant',
      (id) => registry.findTenant(id),
      registry.findTenant(defaults.tenant) ?? registry.tenants[0],
      problems,
    ),
    user: find(
      body,
      ['userId'],
      'user',
      (id) => registry.findUser(id),
      registry.findUser(defaults.user) ?? registry.users[0],
      problems,
    ),
  };
}

/**
 * Looks up what one of several fields names.
 * @returns the thing, or the fallback if no field is there; undefined with a problem added if there is none
 */
function find<T>(
  body: Record<string, unknown>,
  names: readonly string[],
  what: string,
  lookUp: (id: string) => T | undefined,
  fallback: T | undefined,
  problems: Problem[],
): T | undefined {
  const name = names.find((one) => body[one] !== undefined);
  if (name === undefined) {
    if (fallback === undefined)
      problems.push({ path: `$.${names[0]}`, message: `no ${what} exists; create one first` });
    return fallback;
  }
  const value = body[name];
  const found = typeof value === 'string' ? lookUp(value) : undefined;
  if (found === undefined)
    problems.push({ path: `$.${name}`, value, message: `no such ${what}; see the list of ${what}s` });
  for (const other of names.filter((one) => one !== name && body[one] !== undefined)) {
    const too = body[other];
    if (found === undefined || (typeof too === 'string' && lookUp(too) === found)) continue;
    problems.push({
      path: `$.${other}`,
      value: too,
      message: `names another ${what} than ${name}; give one of them`,
    });
  }
  return found;
}

function readScopes(kind: MintableKind, value: unknown, problems: Problem[]): string[] | undefined {
  if (value === undefined) return undefined;
  if (kind === 'session')
    problems.push({ path: '$.scopes', value, message: 'a session token has no scopes' });
  else if (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(one))
  ) {
    return value as string[];
  } else
    problems.push({
      path: '$.scopes',
      value,
      message: 'must be a list of scope names without spaces, quotes or backslashes',
    });
  return undefined;
}

function readLifetime(value: unknown, problems: Problem[]): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longestLifetime)
    return value;
  problems.push({
    path: '$.expiresIn',
    value,
    message: `must be whole seconds from 1 to ${longestLifetime}; for an expired token use the defect 'expired'`,
  });
  return undefined;
}

function readGeneration(kind: MintableKind, value: unknown, problems: Problem[]): 1 | 2 {
  const allowed: readonly unknown[] = { access: [1, 2], app: [2], session: [] }[kind];
  if (value === undefined) return kind === 'access' ? 1 : 2;
  if (allowed.includes(value)) return value as 1 | 2;
  const rule =
    allowed.length === 0
      ? 'a session token belongs to no generation'
      : `must be ${allowed.join(' or ')} for this kind`;
  problems.push({ path: '$.generation', value, message: rule });
  return 1;
}

function readClaims(value: unknown, problems: Problem[]): Record<string, unknown> {
  if (value === undefined) return {};
  if (!isObject(value)) {
    problems.push({ path: '$.claims', value, message: 'must be a JSON object of claims' });
    return {};
  }
  for (const name of ['exp', 'nbf', 'iat']) {
    const time = value[name];
    if (time !== undefined && !(typeof time === 'number' && Math.abs(time) <= latestSecond)) {
      problems.push({
        path: `$.claims.${name}`,
        value: time,
        message: `must be a number, seconds since the epoch (RFC 7519 section 2), up to ${latestSecond}`,
      });
    }
  }
  return value;
}

function readDefects(kind: MintableKind, value: unknown, problems: Problem[]): Defect[] {
  if (value === undefined) return [];
  const allowed: readonly Defect[] = kind === 'session' ? sessionDefects : defects;
  if (!Array.isArray(value)) {
    problems.push({ path: '$.defects', value, message: `must be a list of: ${allowed.join(', ')}` });
    return [];
  }
  value.forEach((defect: unknown, index) => {
    if (allowed.includes(defect as Defect)) return;
    problems.push({
      path: `$.defects[${index}]`,
      value: defect,
      message: `not a defect of a token of kind ${kind}; allowed: ${allowed.join(', ')}`,
    });
  });
  const signatures = signatureDefects.filter((defect) => value.includes(defect));
  if (signatures.length > 1) {
    problems.push({
      path: '$.defects',
      value,
      message: `a token has one signature, so at most one of ${signatureDefects.join(', ')}`,
    });
  }
  return value as Defect[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
