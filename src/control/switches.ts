import type { Static } from 'typebox';
import type { EmulatorConfig } from '../platform/config.ts';
import { readBody } from './bodies.ts';
import { switchChange } from './bodies.schema.ts';

/** How strictly the services behave. */
export type SwitchPositions = Required<Static<typeof switchChange>>;

/** The switches of a running emulator, which remember how it was started. */
export class Switches {
  readonly #atStart: SwitchPositions;

  constructor(private readonly config: EmulatorConfig) {
    this.#atStart = this.positions;
  }

  get positions(): SwitchPositions {
    const { profile, enforceScopes, acceptCharset, refuseHtml, acceptRegistrations, setupMethodsOn } =
      this.config;
    return { profile, enforceScopes, acceptCharset, refuseHtml, acceptRegistrations, setupMethodsOn };
  }

  /**
   * @param change those to turn
   * @throws InvalidInput
   */
  turn(change: unknown): SwitchPositions {
    Object.assign(this.config, readBody(switchChange, change));
    return this.positions;
  }

  /** Back to how the emulator was started. */
  reset(): void {
    Object.assign(this.config, this.#atStart);
  }
}
