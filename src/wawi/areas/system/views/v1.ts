import { packKey } from '../../../contract/keys.ts';
import type { AppRegistration, WorkerSync } from '../schema/system.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';

/** A registration with the key that is handed out with it. */
interface Handout {
  registration: AppRegistration;
  apiKey?: string;
  grantedScopes?: string[];
}

const unkept = { read: () => undefined, write: false } as const;

/** Apps' registrations and workers in v1. Translations, icon and signature are checked and not kept. */
export const systemViewsV1 = {
  CreateAppRegistrationRequest: view({
    LocalizedDisplayNames: unkept,
    LocalizedDescriptions: unkept,
    AppIcon: unkept,
    Signature: unkept,
    SignatureData: unkept,
  }),
  // v1 writes the count as a decimal.
  UpdateNumberRangeRequest: view({
    CurrentNumber: {
      read: 'currentNumber',
      write: (value) => ({ currentNumber: value === null ? null : Number(value) }),
    },
  }),
  RegistrationRequestStatusInfo: view({ RegistrationRequestId: 'requestId' }),
  WorkerSyncItem: view<WorkerSync>({ Identifier: 'id' }),
  // Pages show a UUID here and an integer in the list of workers.
  WorkerSyncStatus: view<WorkerSync>({ Identifier: ({ id }) => packKey('WorkerSyncKey', id) }),
  Config: view({ Identifier: 'id' }),
  CreateConfigItem: view({ Identifier: 'id' }),
  RegistrationInformation: view<Handout>({
    RequestStatusInfo: 'registration',
    Token: ({ apiKey }) => (apiKey === undefined ? undefined : { apiKey }),
  }),
} satisfies ViewTable;
