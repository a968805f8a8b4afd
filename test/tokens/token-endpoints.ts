/** Which token an endpoint reads. */
export type Wanted = 'generation1' | 'generation2' | 'app' | 'session';

/** An endpoint that reads a token, and how it says that it takes one or not. */
export interface TokenEndpoint {
  name: string;
  wants: Wanted;
  request: (token: string) => {
    path: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  };
  /** @returns whether the answer refuses the token, in the way that the endpoint has */
  refuses: (status: number, body: unknown) => boolean;
}

const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const user = '550e8400-e29b-41d4-a716-446655440000';
const json = { 'Content-Type': 'application/json' };
const form = {
  'Content-Type': 'application/x-www-form-urlencoded',
  Authorization: `Basic ${Buffer.from('hello-world-client:hello-world-secret').toString('base64')}`,
};

const unauthorized = (status: number): boolean => status === 401;

function bearer(
  wants: Wanted,
  method: string,
  path: string,
  more: { headers?: Record<string, string>; body?: string } = {},
): TokenEndpoint {
  return {
    name: `${method} ${path} (${wants})`,
    wants,
    request: (token) => ({
      path,
      method,
      ...(more.body === undefined ? {} : { body: more.body }),
      headers: { ...more.headers, Authorization: `Bearer ${token}` },
    }),
    refuses: unauthorized,
  };
}

function inForm(
  wants: Wanted,
  path: string,
  field: string,
  refuses: TokenEndpoint['refuses'],
  headers: Record<string, string> = form,
): TokenEndpoint {
  return {
    name: `POST ${path} with ${field} (${wants})`,
    wants,
    request: (token) => ({
      path,
      method: 'POST',
      headers,
      body: new URLSearchParams({ [field]: token }).toString(),
    }),
    refuses,
  };
}

const inactive = (status: number, body: unknown): boolean =>
  status === 200 && (body as { active?: unknown }).active === false;
/** RFC 7009 section 2.2: a token that is not valid needs no revocation, and the answer is 200. */
const nothingRevoked = (status: number): boolean => status === 200;
const badRequest = (status: number): boolean => status === 400;
const erp = { headers: { 'X-Tenant-ID': tenant } };
const graphql = { headers: { ...erp.headers, ...json }, body: JSON.stringify({ query: '{__typename}' }) };

export const tokenEndpoints: readonly TokenEndpoint[] = [
  bearer('generation1', 'GET', '/erp/v1/items', erp),
  bearer('generation2', 'GET', '/erp/v1/items', erp),
  bearer('generation1', 'GET', '/erp/v2/items', erp),
  bearer('app', 'GET', '/erp/v2/items', erp),
  bearer('generation1', 'POST', '/erp/v2/graphql', graphql),
  bearer('app', 'POST', '/erp/v2/graphql', graphql),
  bearer('session', 'GET', '/erp/instance/status'),
  bearer('generation1', 'GET', '/api/eazybusiness/v1/items'),
  bearer('generation1', 'GET', '/account/.well-known/jwks.json'),
  bearer('session', 'GET', '/account/tenants'),
  bearer('session', 'GET', '/account/user-settings'),
  bearer('generation2', 'POST', '/account/identity/delegated-token', {
    headers: json,
    body: JSON.stringify({ tenantId: tenant }),
  }),
  bearer('generation2', 'POST', '/account/identity/delegated-token/refresh', {
    headers: json,
    body: JSON.stringify({ refreshToken: 'x' }),
  }),
  bearer('generation2', 'POST', '/account/identity/act-as-user-token', {
    headers: json,
    body: JSON.stringify({ tenantId: tenant, userId: user }),
  }),
  bearer('generation1', 'POST', '/account/identity/session-token/validate', {
    headers: json,
    body: JSON.stringify({ sessionToken: 'x' }),
  }),
  bearer('generation1', 'GET', '/userinfo'),
  bearer('app', 'GET', '/id/oidc/v1/userinfo'),
  inForm('app', '/id/oidc/v1/userinfo', 'access_token', unauthorized, {
    'Content-Type': form['Content-Type'],
  }),
  inForm('generation1', '/oauth2/introspect', 'token', inactive),
  inForm('generation2', '/id/oauth/v2/introspect', 'token', inactive),
  inForm('generation1', '/oauth2/revoke', 'token', nothingRevoked),
  inForm('generation2', '/id/oauth/v2/revoke', 'token', nothingRevoked),
  {
    ...inForm('app', '/id/oidc/v1/end_session', 'id_token_hint', badRequest),
    request: (token) => ({ path: `/id/oidc/v1/end_session?id_token_hint=${encodeURIComponent(token)}` }),
  },
  {
    ...inForm('generation1', '/oauth2/sessions/logout', 'id_token_hint', badRequest),
    request: (token) => ({ path: `/oauth2/sessions/logout?id_token_hint=${encodeURIComponent(token)}` }),
  },
  {
    ...inForm('generation1', '/oauth2/token', 'client_assertion', unauthorized),
    request: (token) => ({
      path: '/oauth2/token',
      method: 'POST',
      headers: { 'Content-Type': form['Content-Type'] },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: token,
      }).toString(),
    }),
  },
  {
    name: 'POST /_emulator/v1/tokens/explain',
    wants: 'generation2',
    request: (token) => ({
      path: '/_emulator/v1/tokens/explain',
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token }),
    }),
    refuses: (status, body) => status === 200 && (body as { accepted?: unknown }).accepted === false,
  },
];
