import type { EmulatorConfig } from '../platform/config.ts';
import { type FieldValues, boolean, oneOf, readFields } from './fields.ts';

/** What can be switched while the emulator runs; the rest of the configuration is fixed at its start. */
const switchRules = {
  profile: oneOf('real', 'teach', 'strict'),
  enforceScopes: boolean,
  acceptCharset: boolean,
  refuseHtml: boolean,
  acceptRegistrations: boolean,
  setupMethodsOn: oneOf('first', 'every'),
};

/** How strictly the services behave. */
export type SwitchPositions = Pick<EmulatorConfig, keyof typeof switchRules>;

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
    const wanted: FieldValues<typeof switchRules> = readFields(change, switchRules);
    Object.assign(this.config, wanted);
    return this.positions;
  }

  /** Back to how the emulator was started. */
  reset(): void {
    Object.assign(this.config, this.#atStart);
  }
}
