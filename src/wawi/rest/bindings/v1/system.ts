import type { Bindings } from '../../call.ts';
import { furtherInstanceRegistered, registered, registrationStatus } from '../registrations.ts';
import { status } from '../status.ts';

export const systemBindingsV1: Bindings = {
  'GET /info': status,
  'POST /authentication': registered,
  'GET /authentication/{registrationId}': registrationStatus,
  'POST /authentication/{registrationId}': furtherInstanceRegistered,
};
