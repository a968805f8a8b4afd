import { randomUUID } from 'node:crypto';
import type { AppRegistration } from '../schema/system.ts';
import {
  foreignRegistration,
  handOutKey,
  registrationFor,
  requestFurtherInstance,
  requestRegistration,
  scopesOf,
  updateForeignRegistration,
  type ForeignSelector,
  type RegistrationContext,
} from '../operations/registrations.ts';
import { knownScopes } from '../../../../platform/scopes.ts';
import { DomainError } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { hashOfKey, newApiKey } from '../rules/api-keys.ts';
import type { Answer, Call, Handler } from '../../../wire/rest/call.ts';
import { create } from '../../../wire/rest/handlers.ts';
import { ApiError } from '../../../wire/access/api-errors.ts';
import { marked } from '../../../wire/rest/bindings.ts';

const longestCode = 30;

/**
 * @returns the value of `X-ChallengeCode`
 * @throws ApiError 400 for none, or one longer than 30 characters (platform.md section 11)
 */
export function challengeCode(call: Call): string {
  const code = call.headers['x-challengecode'];
  if (typeof code === 'string' && code !== '' && code.length <= longestCode) return code;
  const reason =
    typeof code === 'string' && code !== ''
      ? `X-ChallengeCode is ${code.length} characters long; at most ${longestCode} are allowed`
      : `there is no X-ChallengeCode header; send a secret of your own of at most ${longestCode} characters`;
  const message = 'The X-ChallengeCode header is missing or invalid.';
  throw new ApiError({
    status: 400,
    code: 'ValidationError',
    message,
    reason,
    fields: [{ field: 'X-ChallengeCode', message }],
  });
}

/**
 * Refuses scopes that no operation knows, as the documentation says of registration on-premise; with `--no-scopes` it
 * warns of them instead.
 * @throws DomainError `invalid` naming every unknown scope
 */
function checkScopes({ draft, enforcesScopes, warnOfScope }: Call): void {
  const problems = (['mandatoryApiScopes', 'optionalApiScopes'] as const).flatMap((path) =>
    ((draft[path] ?? []) as readonly string[])
      .filter((scope) => !knownScopes.has(scope.toLowerCase()))
      .map((scope) => ({
        path,
        message: `There is no scope '${scope}'; a scope looks like item.queryitems.`,
      })),
  );
  if (!enforcesScopes) for (const { message } of problems) warnOfScope(message);
  else if (problems[0]) throw new DomainError('invalid', problems[0].message, problems);
}

function contextOf(call: Call, isAccepted: boolean): RegistrationContext {
  return { now: call.now, requestId: randomUUID(), challengeCode: challengeCode(call), isAccepted };
}

/** The answer to a request always says pending (status 0): the app learns of its acceptance by asking. */
export const registered = marked(
  ['registration-again'],
  create((data, draft, call) => {
    checkScopes(call);
    return {
      ...requestRegistration(data, draft, contextOf(call, call.acceptsRegistrations)),
      status: 0,
    };
  }),
);

export const furtherInstanceRegistered = create((data, _draft, call) => ({
  ...requestFurtherInstance(
    data,
    call.params['registrationId'] as string,
    contextOf(call, call.acceptsRegistrations),
  ),
  status: 0,
}));

/** Tells how a registration stands. The first answer after it was accepted hands out the key, later ones are 410. */
export const registrationStatus: Handler = async (call) => {
  const registration = registrationFor(
    call.data,
    call.params['registrationId'] as string,
    challengeCode(call),
  );
  if (registration.status !== 2) return { value: { registration } };
  if (registration.apiKeyHash !== undefined) {
    throw new ApiError({
      status: 410,
      code: 'Gone',
      message: 'The API key has already been handed out.',
      reason: `the key of registration ${registration.requestId} was handed out once; register again with the same challenge code for a new one`,
    });
  }
  return { value: await handOut(call, (data) => data.get('appRegistration', registration.id)) };
};

async function handOut(
  call: Call,
  find: (data: TenantData) => AppRegistration,
): Promise<{ registration: AppRegistration; apiKey: string; grantedScopes: string[] }> {
  const apiKey = newApiKey();
  const registration = await call.write((data) => handOutKey(data, find(data).id, hashOfKey(apiKey)));
  return { registration, apiKey, grantedScopes: scopesOf(registration) };
}

/** Registers an app in its own name for it: accepted at once, key included. */
export const foreignRegistered: Handler = async (call) => ({
  value: await handOut(call, (data) => requestRegistration(data, call.draft, contextOf(call, true), true)),
});

/** @param selector path parameter that names the app or its registration */
function foreignSelector(call: Call): ForeignSelector {
  const { appId, registrationId } = call.params as Record<string, string | undefined>;
  return appId === undefined ? { requestId: registrationId ?? '' } : { appId };
}

export const foreignUpdated: Handler = async (call): Promise<Answer> => {
  challengeCode(call);
  const registration = await call.write((data) =>
    updateForeignRegistration(data, foreignSelector(call), call.draft),
  );
  return { value: { registration, grantedScopes: scopesOf(registration) } };
};

export const foreignRemoved: Handler = async (call): Promise<Answer> => {
  challengeCode(call);
  await call.write((data) => {
    data.delete('appRegistration', foreignRegistration(data, foreignSelector(call)).id);
  });
  return {};
};
