import type { BindingsV1 } from '../../../wire/rest/call.ts';
import { assuming, marked } from '../../../wire/rest/bindings.ts';
import { rangeUpdated } from './number-ranges.ts';
import { furtherInstanceRegistered, registered, registrationStatus } from './registrations.ts';
import { status } from './status.ts';
import { workerBindings } from './workers.ts';

export const systemBindingsV1: BindingsV1 = {
  'GET /info': status,
  'PUT /configuration/numberRanges/{numberRangeId}': marked(['number-ranges'], rangeUpdated),
  'POST /authentication': registered,
  'GET /authentication/{registrationId}': registrationStatus,
  'POST /authentication/{registrationId}': furtherInstanceRegistered,
  ...assuming('v1-workers', workerBindings),
};
