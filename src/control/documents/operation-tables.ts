/**
 * The services beside the Wawi API as tables: what the documents under `/openapi/` are made of. Schemas are JSON Schema
 * in short: `'string'`, `'integer'`, `'boolean'`, `'object'`, `'any'`, `['string']` for a list, an object of such for fields.
 */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

export interface DocumentedOperation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** Query parameters; a trailing `!` marks the required ones. */
  readonly query?: readonly string[];
  /** A form (`application/x-www-form-urlencoded`) or a JSON body. */
  readonly form?: { readonly [field: string]: Shape };
  readonly body?: Shape;
  /** Status -> shape of the JSON answer, or null for none. */
  readonly answers: { readonly [status: number]: Shape | null };
  /** How the caller authenticates; absent: not at all. */
  readonly security?: 'client' | 'bearer' | 'session' | 'cookie';
}

const oauthError: Shape = { error: 'string', error_description: 'string' };
const tokenAnswer: Shape = {
  access_token: 'string',
  token_type: 'string',
  expires_in: 'integer',
  scope: 'string',
  refresh_token: 'string',
  id_token: 'string',
};
const userSettings: Shape = {
  id: 'string',
  theme: 'string',
  applicationLanguage: 'string',
  userTimezone: 'string',
  notationCurrency: 'string',
};
const tokenForm = {
  grant_type: 'string',
  scope: 'string',
  code: 'string',
  redirect_uri: 'string',
  code_verifier: 'string',
  refresh_token: 'string',
  device_code: 'string',
  client_id: 'string',
  client_secret: 'string',
} as const;
const jwks: Shape = { keys: ['object'] };
const authorizeQuery = [
  'response_type!',
  'client_id!',
  'redirect_uri!',
  'scope',
  'state',
  'nonce',
  'code_challenge!',
  'code_challenge_method!',
  'prompt',
  'login_hint',
] as const;

function oauthOperations(
  generation: 1 | 2,
  at: Record<'token' | 'authorize' | 'introspect' | 'revoke' | 'userinfo' | 'keys' | 'discovery', string>,
): DocumentedOperation[] {
  const tag = `generation ${generation}`;
  const id = (name: string) => `${name}${generation}`;
  const tokenFields = { token: 'string', token_type_hint: 'string' } as const;
  return [
    {
      method: 'post',
      path: at.token,
      id: id('token'),
      tag,
      summary: 'Exchanges a grant for tokens.',
      form: tokenForm,
      answers: { 200: tokenAnswer, 400: oauthError, 401: oauthError },
      security: 'client',
    },
    {
      method: 'get',
      path: at.authorize,
      id: id('authorize'),
      tag,
      summary: 'Signs a user in and redirects back with a code.',
      query: authorizeQuery,
      answers: { 302: null, 400: null },
    },
    {
      method: 'post',
      path: at.introspect,
      id: id('introspect'),
      tag,
      summary: 'Tells whether a token is active, and what it says.',
      form: tokenFields,
      answers: {
        200: { active: 'boolean', sub: 'string', client_id: 'string', exp: 'integer', scope: 'string' },
        401: oauthError,
      },
      security: 'client',
    },
    {
      method: 'post',
      path: at.revoke,
      id: id('revoke'),
      tag,
      summary: 'Revokes a token.',
      form: tokenFields,
      answers: { 200: null, 401: oauthError },
      security: 'client',
    },
    {
      method: 'get',
      path: at.userinfo,
      id: id('userinfo'),
      tag,
      summary: "Answers the signed-in user's profile claims.",
      answers: { 200: 'object', 401: oauthError },
      security: 'bearer',
    },
    {
      method: 'get',
      path: at.keys,
      id: id('keys'),
      tag,
      summary: 'Publishes the keys that tokens are signed with, the active one first.',
      answers: { 200: jwks, 404: null },
    },
    {
      method: 'get',
      path: at.discovery,
      id: id('discovery'),
      tag,
      summary: 'Describes the provider (OpenID Connect Discovery).',
      answers: { 200: 'object', 404: null },
    },
  ];
}

export const identityOperations: readonly DocumentedOperation[] = [
  ...oauthOperations(1, {
    token: '/oauth2/token',
    authorize: '/oauth2/auth',
    introspect: '/oauth2/introspect',
    revoke: '/oauth2/revoke',
    userinfo: '/userinfo',
    keys: '/.well-known/jwks.json',
    discovery: '/.well-known/openid-configuration',
  }),
  ...oauthOperations(2, {
    token: '/id/oauth/v2/token',
    authorize: '/id/oauth/v2/authorize',
    introspect: '/id/oauth/v2/introspect',
    revoke: '/id/oauth/v2/revoke',
    userinfo: '/id/oidc/v1/userinfo',
    keys: '/id/oauth/v2/keys',
    discovery: '/id/.well-known/openid-configuration',
  }),
  {
    method: 'post',
    path: '/id/oauth/v2/device_authorization',
    id: 'deviceAuthorization',
    tag: 'generation 2',
    summary: 'Starts the device grant.',
    form: { client_id: 'string', scope: 'string' },
    answers: {
      200: {
        device_code: 'string',
        user_code: 'string',
        verification_uri: 'string',
        expires_in: 'integer',
        interval: 'integer',
      },
      400: oauthError,
    },
    security: 'client',
  },
  {
    method: 'get',
    path: '/id/oidc/v1/end_session',
    id: 'endSession',
    tag: 'generation 2',
    summary: 'Signs the user out.',
    query: ['id_token_hint', 'post_logout_redirect_uri', 'state', 'client_id'],
    answers: { 302: null, 400: null },
  },
];

const accountError: Shape = { statusCode: 'integer', message: 'string', errors: 'object' };
const exchangedTokens: Shape = { accessToken: 'string', refreshToken: 'string', expiresIn: 'integer' };

export const accountOperations: readonly DocumentedOperation[] = [
  {
    method: 'get',
    path: '/account/.well-known/jwks.json',
    id: 'sessionKeys',
    tag: 'session tokens',
    summary: 'Publishes the keys of session tokens; the active one comes first.',
    answers: { 200: jwks, 401: accountError },
    security: 'bearer',
  },
  {
    method: 'post',
    path: '/account/identity/session-token/validate',
    id: 'validateSessionToken',
    tag: 'session tokens',
    summary: 'Checks a session token.',
    body: { sessionToken: 'string' },
    answers: {
      200: { valid: 'boolean', reason: 'string', userId: 'string', tenantId: 'string', exp: 'integer' },
      400: accountError,
      401: accountError,
    },
    security: 'bearer',
  },
  {
    method: 'get',
    path: '/account/identity/session-token',
    id: 'sessionToken',
    tag: 'host page',
    summary: 'Mints a session token for the signed-in user; what the host page calls.',
    query: ['tenantId!'],
    answers: { 200: 'string', 401: accountError, 403: accountError },
    security: 'cookie',
  },
  {
    method: 'get',
    path: '/account/identity/app-token',
    id: 'appToken',
    tag: 'host page',
    summary: 'Mints an app token for the signed-in user; what the host page calls.',
    query: ['tenantId!', 'appId!'],
    answers: { 200: { accessToken: 'string' }, 401: accountError, 403: accountError },
    security: 'cookie',
  },
  {
    method: 'get',
    path: '/account/tenants',
    id: 'tenants',
    tag: 'session tokens',
    summary: "Lists the session user's tenants.",
    answers: { 200: ['object'], 401: accountError },
    security: 'session',
  },
  {
    method: 'get',
    path: '/account/user-settings',
    id: 'userSettings',
    tag: 'session tokens',
    summary: "Answers the session user's settings.",
    answers: { 200: userSettings, 401: accountError },
    security: 'session',
  },
  {
    method: 'put',
    path: '/account/user-settings',
    id: 'changeUserSettings',
    tag: 'session tokens',
    summary: "Changes those of the session user's settings that are given.",
    body: { theme: 'string', applicationLanguage: 'string' },
    answers: { 200: userSettings, 400: accountError, 401: accountError },
    security: 'session',
  },
  {
    method: 'post',
    path: '/account/identity/delegated-token',
    id: 'delegatedToken',
    tag: 'token exchange',
    summary: "Exchanges a service account's token for one of a tenant.",
    body: { tenantId: 'string' },
    answers: { 200: exchangedTokens, 400: accountError, 401: accountError, 403: accountError },
    security: 'bearer',
  },
  {
    method: 'post',
    path: '/account/identity/delegated-token/refresh',
    id: 'refreshDelegatedToken',
    tag: 'token exchange',
    summary: 'Renews a delegated token.',
    body: { refreshToken: 'string' },
    answers: { 200: exchangedTokens, 400: accountError, 401: accountError },
    security: 'bearer',
  },
  {
    method: 'post',
    path: '/account/identity/act-as-user-token',
    id: 'actAsUserToken',
    tag: 'token exchange',
    summary: "Exchanges a service account's token for one of a user in a tenant.",
    body: { userId: 'string', tenantId: 'string' },
    answers: { 200: exchangedTokens, 400: accountError, 401: accountError, 403: accountError },
    security: 'bearer',
  },
  {
    method: 'post',
    path: '/account/identity/act-as-user-token/refresh',
    id: 'refreshActAsUserToken',
    tag: 'token exchange',
    summary: 'Renews an act-as token.',
    body: { refreshToken: 'string' },
    answers: { 200: exchangedTokens, 400: accountError, 401: accountError },
    security: 'bearer',
  },
];
