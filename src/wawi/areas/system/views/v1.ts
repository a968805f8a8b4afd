import { packKey } from '../../../contract/keys.ts';
import type { AppRegistration, WorkerSync } from '../schema/system.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** A registration with the key that is handed out with it. */
interface Handout {
  registration: AppRegistration;
  apiKey?: string;
  grantedScopes?: string[];
}

const unkept = { read: () => undefined, write: false } as const;

/** Apps' registrations and workers in v1. Translations, icon and signature are checked and not kept. */
export const systemViewsV1 = {
  CreateAppRegistrationRequest: v1View<'CreateAppRegistrationRequest'>({
    LocalizedDisplayNames: unkept,
    LocalizedDescriptions: unkept,
    AppIcon: unkept,
    Signature: unkept,
    SignatureData: unkept,
  }),
  // v1 writes the count as a decimal.
  UpdateNumberRangeRequest: v1View<'UpdateNumberRangeRequest'>({
    CurrentNumber: {
      read: 'currentNumber',
      write: (value) => ({ currentNumber: value === null ? null : Number(value) }),
    },
  }),
  RegistrationRequestStatusInfo: v1View<'RegistrationRequestStatusInfo'>({
    RegistrationRequestId: 'requestId',
  }),
  WorkerSyncItem: v1View<'WorkerSyncItem', WorkerSync>({ Identifier: 'id' }),
  // Pages show a UUID here and an integer in the list of workers.
  WorkerSyncStatus: v1View<'WorkerSyncStatus', WorkerSync>({
    Identifier: ({ id }) => packKey('WorkerSyncKey', id),
  }),
  Config: v1View<'Config'>({ Identifier: 'id' }),
  CreateConfigItem: v1View<'CreateConfigItem'>({ Identifier: 'id' }),
  RegistrationInformation: v1View<'RegistrationInformation', Handout>({
    RequestStatusInfo: 'registration',
    Token: ({ apiKey }) => (apiKey === undefined ? undefined : { apiKey }),
  }),
} satisfies V1Views;
