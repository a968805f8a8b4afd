import { at, note, type Assumption } from './assumption.ts';

/** Assumptions of the Identity Provider and the Account Service. */
export const identityAssumptions = {
  ...at('Identity Provider', {
    'access-token-lifetime': note(
      'How long do access tokens of generation 1 live?',
      'Access tokens of generation 1 live 86,399 s.',
      'Authentication pages: about 24 hours; the security page says one hour.',
    ),
    'access-token-audience': note(
      'Which audiences may an access token name?',
      'An access token that names audiences must name the API’s base URL or its own app id; without any it is accepted.',
    ),
    'sign-in-tenant': note(
      'How does a sign-in choose the tenant?',
      'The user chooses a tenant at sign-in, or `tenant_hint` names it; the app token carries it.',
    ),
  }),
  ...at('Account Service', {
    'session-token-lifetime': note(
      'How long do session tokens live?',
      'Session tokens live 300 s.',
      'Authentication page: only “short-lived”.',
    ),
    'session-token-header-kid': note(
      'Which header fields do session tokens carry?',
      'Session tokens carry the id of their signing key as `kid` in the header; `kid` in the payload is the tenant’s.',
    ),
    'session-token-validate': note(
      'Where does the Account Service check session tokens?',
      'The Account Service checks session tokens at `POST /account/identity/session-token/validate`.',
    ),
    'app-token-endpoint': note(
      'Where does the host page get app tokens?',
      'The host page gets app tokens at `GET /account/identity/app-token`.',
    ),
    'token-exchange-answer': note(
      'Which fields does token exchange answer?',
      'Token exchange answers `{accessToken, refreshToken, expiresIn}`.',
    ),
    'act-as-opt-in': note(
      'How does an app opt in to act-as tokens?',
      'An app opts in to act-as tokens by `authentication.actAsUser: true` in its manifest.',
      'Act-as page: an opt-in exists; its name and place are not shown.',
    ),
    'instance-status-session': note(
      'Which tokens does the instance status take?',
      '`GET /erp/instance/status` also takes a session token and tells of its tenant.',
    ),
    'user-settings-values': note(
      'What do user settings hold before a change?',
      'User settings hold the defaults of a fresh account, until `PUT /account/user-settings` changes some.',
    ),
    'tenant-kid-and-language': note(
      'What are `kid` and content language of a tenant?',
      'A tenant’s `kid` is a number of six digits made from its id; its content language is the user’s.',
    ),
  }),
} satisfies Record<string, Assumption>;
