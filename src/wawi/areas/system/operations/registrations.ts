import type { AppRegistration } from '../schema/system.ts';
import { DomainError, duplicate, invalid, notFound, wrongState } from '../../../store/errors.ts';
import { completed, merge, only, without } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** Registration types (platform.md section 11): only of one kind may an app have further instances. */
const oneInstance = 0;

/** The initial description of an app, also used for cleared fields. */
const freshDescription = {
  displayName: '',
  description: '',
  version: '',
  providerName: '',
  providerWebsite: '',
  mandatoryApiScopes: [],
  optionalApiScopes: [],
  registrationType: oneInstance,
};

/** The values that the transport adds to a request for registration. */
export interface RegistrationContext {
  /** ISO 8601. */
  now: string;
  /** A new UUID. */
  requestId: string;
  challengeCode: string;
  /** True: the request is accepted without a user's decision. */
  isAccepted: boolean;
}

/**
 * Asks for access. An app that asks again with the same challenge code starts over; with another code it is refused
 * once it has its key (fidelity row `registration-again`).
 * @param draft the app's description of itself
 * @throws DomainError `duplicate` for an app that is registered already
 */
export function requestRegistration(
  data: TenantData,
  draft: object,
  context: RegistrationContext,
  isForeign = false,
): AppRegistration {
  const description = newRegistration(draft, context, isForeign);
  for (const other of [...data.of('appRegistration').where('appId', description.appId)]) {
    const isTaken =
      other.apiKeyHash !== undefined &&
      other.registrationType === oneInstance &&
      (isForeign || other.challengeCode !== context.challengeCode);
    if (isTaken)
      throw duplicate(
        'appId',
        `The app '${description.appId}' is registered already (registration ${other.requestId}); ask with the same challenge code to start over.`,
      );
    if (other.registrationType === oneInstance) data.delete('appRegistration', other.id);
  }
  return data.insert('appRegistration', description);
}

function newRegistration(
  draft: object,
  { now, requestId, challengeCode, isAccepted }: RegistrationContext,
  isForeign: boolean,
): Omit<AppRegistration, 'id'> {
  const fresh: Omit<AppRegistration, 'id'> = {
    ...freshDescription,
    requestId,
    appId: '',
    challengeCode,
    status: isAccepted ? 2 : 0,
    requestedAt: now,
    isForeign,
  };
  return completed(fresh, draft);
}

/**
 * Asks for access of a further instance of a registered app.
 * @throws DomainError `invalid` for an unknown registration, `rule` for an app that may have one instance only
 */
export function requestFurtherInstance(
  data: TenantData,
  requestId: string,
  { now, requestId: newRequestId, challengeCode, isAccepted }: RegistrationContext,
): AppRegistration {
  const first = data.of('appRegistration').findUnique('requestId', requestId);
  if (!first) throw invalid('registrationId', `There is no registration '${requestId}'.`);
  if (first.registrationType === oneInstance)
    throw wrongState(`The app '${first.appId}' is registered for one instance only.`);
  return data.insert('appRegistration', {
    ...without(first, 'id', 'apiKeyHash'),
    requestId: newRequestId,
    challengeCode,
    status: isAccepted ? 2 : 0,
    requestedAt: now,
  });
}

/**
 * Finds a registration for the app that asked for it; another challenge code finds nothing.
 * @throws DomainError `not-found`
 */
export function registrationFor(data: TenantData, requestId: string, challengeCode: string): AppRegistration {
  const registration = data.of('appRegistration').findUnique('requestId', requestId);
  if (registration?.challengeCode !== challengeCode)
    throw notFound('registration with that challenge code', requestId);
  return registration;
}

/**
 * Accepts or rejects a pending registration.
 * @throws DomainError `not-found`, `state` for one that has been decided
 */
export function decideRegistration(
  data: TenantData,
  requestId: string,
  decision: 'accepted' | 'rejected',
): AppRegistration {
  const registration = data.of('appRegistration').findUnique('requestId', requestId);
  if (!registration) throw notFound('registration', requestId);
  if (registration.status !== 0)
    throw wrongState(
      `The registration ${requestId} is ${registration.status === 2 ? 'accepted' : 'rejected'} already.`,
    );
  return data.update('appRegistration', registration.id, { status: decision === 'accepted' ? 2 : 1 });
}

/** Remembers that the key was handed out, by its hash. */
export function handOutKey(data: TenantData, id: number, apiKeyHash: string): AppRegistration {
  return data.update('appRegistration', id, { apiKeyHash });
}

/** @returns the accepted registration whose key has the hash, or undefined */
export function registrationByKey(data: TenantData, apiKeyHash: string): AppRegistration | undefined {
  return data.of('appRegistration').findUnique('apiKeyHash', apiKeyHash);
}

/** @returns the scopes an accepted app has */
export function scopesOf(registration: AppRegistration): string[] {
  return [...new Set([...registration.mandatoryApiScopes, ...registration.optionalApiScopes])];
}

/** Which registration made in an app's name is meant. */
export type ForeignSelector = { appId: string } | { requestId: string };

/** @throws DomainError `not-found` */
export function foreignRegistration(data: TenantData, selector: ForeignSelector): AppRegistration {
  const found =
    'appId' in selector
      ? [...data.of('appRegistration').where('appId', selector.appId)].find((one) => one.isForeign)
      : data.of('appRegistration').findUnique('requestId', selector.requestId);
  if (!found?.isForeign)
    throw new DomainError('not-found', `There is no foreign app ${Object.values(selector).join()}.`);
  return found;
}

/** @throws DomainError `not-found` */
export function updateForeignRegistration(
  data: TenantData,
  selector: ForeignSelector,
  draft: object,
): AppRegistration {
  const registration = foreignRegistration(data, selector);
  const identity = only(
    registration,
    'id',
    'requestId',
    'appId',
    'challengeCode',
    'requestedAt',
    'isForeign',
  );
  const fresh: AppRegistration = { ...freshDescription, ...identity, ...only(registration, 'status') };
  return data.replace('appRegistration', registration.id, completed(fresh, merge(registration, draft)));
}
