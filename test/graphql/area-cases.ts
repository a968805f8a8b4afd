import type { GraphqlClient } from './graphql-client.ts';
import { logisticsCases } from './logistics-cases.ts';
import { itemCases } from './item-cases.ts';
import { purchasingCases } from './purchasing-cases.ts';
import { shopCases } from './shop-cases.ts';
import { stockCases } from './stock-cases.ts';
import { masterDataCases } from './master-data-cases.ts';

/** The context of a case of a mutation. */
export interface CaseTools {
  /** Of a tenant with API version 2.3. */
  readonly client: GraphqlClient;
  /** Runs a mutation with every field of its answer; it must not fail. */
  run<T>(name: string, request: unknown): Promise<T>;
  /** @returns code and refused fields of a mutation that must fail */
  refused(name: string, request: unknown): Promise<Refusal>;
}

export interface Refusal {
  code: unknown;
  /** Client's names of the refused fields. */
  fields: string[];
}

/** Mutation -> a case that shows in what is read afterwards that it was done. */
export type AreaCases = Readonly<Record<string, (tools: CaseTools) => Promise<void>>>;

/** The cases of areas that have a module of their own. */
export const areaCases: AreaCases = {
  ...logisticsCases,
  ...itemCases,
  ...masterDataCases,
  ...shopCases,
  ...stockCases,
  ...purchasingCases,
};
