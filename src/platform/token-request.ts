import type { Static } from 'typebox';
import { signatureDefects } from '../tokens/defects.ts';
import type { Defect } from '../tokens/defects.ts';
import { isRecord } from './json.ts';
import type { App, Tenant, User } from './model.ts';
import { InvalidInput } from './problems.ts';
import type { Problem } from './problems.ts';
import type { Registry } from './registry.ts';
import { accessTokenRequest, appTokenRequest, sessionTokenRequest } from './token-request.schema.ts';
import { problemsIn } from './validation/validator.ts';

export const mintableKinds = ['access', 'session', 'app'] as const;
export type MintableKind = (typeof mintableKinds)[number];

/** A test's request for a token; each kind of token allows a part of it. */
export type TokenRequest = Static<typeof accessTokenRequest>;

const schemas = { access: accessTokenRequest, app: appTokenRequest, session: sessionTokenRequest };

/** A request with all references resolved and defaults filled in. */
export interface ResolvedTokenRequest {
  app: App;
  tenant: Tenant;
  user: User;
  /** Whether the request named a tenant or user: an access token has neither by default. */
  named: { tenant: boolean; user: boolean };
  scopes: string[] | undefined;
  expiresIn: number | undefined;
  generation: 1 | 2;
  claims: Record<string, unknown>;
  defects: Defect[];
}

const defaults = { app: 'hello-world', tenant: 'bergmann-outdoor', user: 'anna.bergmann@example.com' };

/**
 * Checks and resolves a token request.
 * @param input JSON, or undefined for all defaults
 * @throws InvalidInput with every problem
 */
export function resolveTokenRequest(
  kind: MintableKind,
  input: unknown = {},
  registry: Registry,
): ResolvedTokenRequest {
  const problems = problemsIn(schemas[kind], input);
  if (!isRecord(input)) throw new InvalidInput(problems);
  const subjects = findSubjects(input, registry, problems);
  problems.push(...contradictions(input['defects']));
  const { app, tenant, user } = subjects;
  if (problems.length > 0 || !app || !tenant || !user) throw new InvalidInput(inOrder(problems));
  const request = input as TokenRequest;
  const { scopes, expiresIn, generation = kind === 'access' ? 1 : 2, claims = {}, defects = [] } = request;
  const named = { tenant: request.tenantId !== undefined, user: request.userId !== undefined };
  return { app, tenant, user, named, scopes, expiresIn, generation, claims, defects };
}

/** @returns the problems by field, unknown ones first */
function inOrder(problems: readonly Problem[]): Problem[] {
  const fields = Object.keys(accessTokenRequest.properties);
  const placeOf = ({ path }: Problem) => fields.indexOf(/^\$\.(\w+)/.exec(path)?.[1] ?? '');
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function contradictions(defects: unknown): Problem[] {
  if (!Array.isArray(defects)) return [];
  if (signatureDefects.filter((defect) => defects.includes(defect)).length <= 1) return [];
  const message = `a token has one signature, so at most one of ${signatureDefects.join(', ')}`;
  return [{ path: '$.defects', value: defects, message }];
}

/** @returns the subjects of the token that exist; adds a problem for each other one */
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
 * Looks up the object that one of several fields names.
 * @returns the object, or the fallback if no field is given; undefined with a problem added if it does not exist
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
  // The schema has already refused other values than texts.
  const found = typeof value === 'string' ? lookUp(value) : undefined;
  if (found === undefined && typeof value === 'string')
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
