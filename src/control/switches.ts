import type { Static } from 'typebox';
import type { EmulatorConfig } from '../platform/config.ts';
import { readBody } from './bodies.ts';
import { switchChange } from './bodies.schema.ts';

/** The positions of the switches for the strictness of the services. */
export type SwitchPositions = Required<Static<typeof switchChange>>;

/** The switches of a running emulator. Remembers their positions at the start. */
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
   * @param change new positions of some switches
   * @throws InvalidInput
   */
  turn(change: unknown): SwitchPositions {
    Object.assign(this.config, readBody(switchChange, change));
    return this.positions;
  }

  /** Restores the positions of the start. */
  reset(): void {
    Object.assign(this.config, this.#atStart);
  }
}
