import type { Bindings } from '../../call.ts';
import { assuming } from '../assuming.ts';
import { furtherInstanceRegistered, registered, registrationStatus } from '../registrations.ts';
import { status } from '../status.ts';
import { workerBindings } from '../workers.ts';

export const systemBindingsV1: Bindings = {
  'GET /info': status,
  'POST /authentication': registered,
  'GET /authentication/{registrationId}': registrationStatus,
  'POST /authentication/{registrationId}': furtherInstanceRegistered,
  ...assuming('v1-workers', workerBindings),
};
