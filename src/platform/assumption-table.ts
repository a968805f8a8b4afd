import type { Assumption } from './assumption-rows/assumption.ts';
import { graphqlAndPagesAssumptions } from './assumption-rows/graphql-and-pages.ts';
import { identityAssumptions } from './assumption-rows/identity.ts';
import { restAssumptions } from './assumption-rows/rest.ts';
import { switchableAssumptions } from './assumption-rows/switchable.ts';

export type { Assumption, AssumptionChoices, AssumptionOption } from './assumption-rows/assumption.ts';
export { switchableAssumptions } from './assumption-rows/switchable.ts';
export { widerAssumptions } from './assumption-rows/wider.ts';

/** Assumptions of single answers, which name them in `X-Emulator-Assumption`. */
export const assumptions = {
  ...switchableAssumptions,
  ...identityAssumptions,
  ...restAssumptions,
  ...graphqlAndPagesAssumptions,
} satisfies Record<string, Assumption>;
