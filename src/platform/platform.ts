import type { AdjustableClock } from '../tokens/clock.ts';
import type { EmulatorConfig, Urls } from './config.ts';
import type { Cors } from './cors.ts';
import type { Faults } from './faults/faults.ts';
import type { Journal } from './journal.ts';
import type { Log } from './log.ts';
import type { Progress } from './progress.ts';
import type { StateStore } from './persistence/store.ts';
import type { Registry } from './registry.ts';
import type { TokenService } from './token-service.ts';

/**
 * The state and services that all services share. The composition root builds it once per emulator and passes it down.
 */
export interface Platform {
  readonly config: EmulatorConfig;
  readonly clock: AdjustableClock;
  readonly log: Log;
  readonly progress: Progress;
  readonly store: StateStore;
  readonly registry: Registry;
  readonly tokens: TokenService;
  readonly journal: Journal;
  readonly cors: Cors;
  readonly faults: Faults;
  /** Set once the listener knows its port; reading it before throws. */
  readonly urls: Urls;
}
