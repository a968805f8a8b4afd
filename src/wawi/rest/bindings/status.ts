import type { Answer, Call } from '../call.ts';

/** A build of each platform version, in the form a live system gives (platform.md section 5). */
export const builds = {
  '2.0': '2.0.4+Sha.3f1c9d2',
  '2.1': '2.1.1+Sha.6aebf42',
  '2.2': '2.2.0+Sha.b07d5e1',
} as const;

/** `GET /info`: which Wawi answers; `tenant` is the mandant, not the tenant's UUID. */
export function status(call: Call): Answer {
  return {
    value: {
      version: builds[call.erpVersion],
      timestamp: call.now,
      tenant: call.caller.tenant.mandant,
      type: 'Cloud',
    },
  };
}
