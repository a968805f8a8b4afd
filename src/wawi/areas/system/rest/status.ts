import { erpBuilds } from '../../../../platform/erp-versions.ts';
import { serverOffset, serverTimeZone } from '../../../contract/server-zone.ts';
import type { Answer, Call } from '../../../wire/rest/call.ts';

/** `GET /info`: which Wawi answers; `tenant` is the mandant, not the tenant's UUID. */
export function status(call: Call): Answer {
  return {
    value: {
      version: erpBuilds[call.erpVersion],
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
