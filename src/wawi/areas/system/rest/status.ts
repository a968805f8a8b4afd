import { serverOffset, serverTimeZone } from '../../../contract/server-zone.ts';
import type { Answer, Call } from '../../../wire/rest/call.ts';

/** By API version, a build of the Wawi that has it, in the form that a live system gives (platform.md section 5). */
export const builds = {
  '2.0': '2.1.1+Sha.6aebf42',
  '2.1': '2.2.3+Sha.b07d5e1',
  '2.2': '2.3.1+Sha.3f1c9d2',
  '2.3': '2.4.0+Sha.91c4e7a',
} as const;

/** `GET /info`: which Wawi answers; `tenant` is the mandant, not the tenant's UUID. */
export function status(call: Call): Answer {
  return {
    value: {
      version: builds[call.erpVersion],
      timestamp: localInstant(call.now),
      tenant: call.caller.tenant.mandant,
      type: 'WAWI-Api',
    },
  };
}

/** The merchant's own clock. */
const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: serverTimeZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** @returns the instant as .NET writes local time: seven decimals and the offset, `2026-03-19T13:16:15.8900000+01:00` */
function localInstant(iso: string): string {
  const date = new Date(iso);
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0');
  return `${local.format(date).replace(' ', 'T')}.${fraction}0000${serverOffset(date)}`;
}
