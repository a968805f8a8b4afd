import type { FaultRequest } from './model.ts';

/** Sets of faults by name. */
export const faultPresets = {
  /** No tenant's Wawi answers: its computer is off. */
  'wawi-offline': [{ match: { service: 'erp' }, effect: { status: 504 } }],
  /** No client gets a token or a key set, so the test shows whether the app caches keys. */
  'identity-down': [
    { match: { service: 'identity' }, effect: { status: 503 } },
    { match: { path: '/account/.well-known/jwks.json' }, effect: { status: 503 } },
  ],
  /** Every answer is slow. */
  'slow-monday': [
    { match: { service: 'erp' }, effect: { latency: { mean: 2500, deviation: 900 } } },
    { match: { service: 'identity' }, effect: { latency: { mean: 800, deviation: 300 } } },
    { match: { service: 'account' }, effect: { latency: { mean: 800, deviation: 300 } } },
  ],
  /** Ten requests a minute for each app and tenant. */
  'rate-limited': [{ match: { service: 'erp' }, effect: { rateLimit: { limit: 10, seconds: 60 } } }],
  /** One request in five fails, one in twenty loses its connection, one answer in twenty is truncated. */
  flaky: [
    { match: { service: 'erp' }, effect: { status: 503 }, probability: 0.2, seed: 1 },
    { match: { service: 'erp' }, effect: { reset: true }, probability: 0.05, seed: 2 },
    { match: { service: 'erp' }, effect: { truncate: 0.5 }, probability: 0.05, seed: 3 },
  ],
} as const satisfies Record<string, readonly FaultRequest[]>;

export type FaultPreset = keyof typeof faultPresets;
