import { jwks } from './documented-operation.ts';
import type { DocumentedOperation, Shape } from './documented-operation.ts';

const oauthError: Shape = { error: 'string', error_description: 'string' };
const tokenAnswer: Shape = {
  access_token: 'string',
  token_type: 'string',
  expires_in: 'integer',
  scope: 'string',
  refresh_token: 'string',
  id_token: 'string',
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

/** The Identity Provider, both generations. */
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
