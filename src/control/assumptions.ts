import type { AssumptionChoices } from '../platform/assumption-table.ts';
import { assumptionViews, readChoices, type AssumptionView } from '../platform/assumptions.ts';
import type { EmulatorConfig } from '../platform/config.ts';

/** The assumptions of a running emulator. Remembers the options of the start. */
export class Assumptions {
  readonly #atStart: AssumptionChoices;

  constructor(private readonly config: EmulatorConfig) {
    this.#atStart = config.assumptions;
  }

  /** @returns every assumption with the option in force */
  list(): AssumptionView[] {
    return assumptionViews(this.config);
  }

  /**
   * @param change options by id; the other assumptions stay as they are
   * @throws InvalidInput naming the allowed ids or options
   */
  choose(change: unknown): AssumptionView[] {
    const chosen = readChoices(change, (id) => `$.${id}`);
    this.config.assumptions = { ...this.config.assumptions, ...chosen };
    return this.list();
  }

  /** Restores the options of the start. */
  reset(): void {
    this.config.assumptions = this.#atStart;
  }
}
