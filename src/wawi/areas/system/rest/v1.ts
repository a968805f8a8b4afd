import type { Bindings } from '../../../wire/rest/call.ts';
import { assuming } from '../../../wire/rest/assuming.ts';
import { furtherInstanceRegistered, registered, registrationStatus } from './registrations.ts';
import { status } from './status.ts';
import { workerBindings } from './workers.ts';

export const systemBindingsV1: Bindings = {
  'GET /info': status,
  'POST /authentication': registered,
  'GET /authentication/{registrationId}': registrationStatus,
  'POST /authentication/{registrationId}': furtherInstanceRegistered,
  ...assuming('v1-workers', workerBindings),
};
