import { distance } from 'fastest-levenshtein';
import type { FaultMatch } from '../platform/faults/model.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';
import type { ErpVersion } from '../platform/config.ts';

/**
 * Checks that the contract has the operation and the GraphQL field of a fault: a fault for another one could never
 * apply.
 * @param version of the emulated platform
 * @throws InvalidInput with the nearest name
 */
export async function checkFaultTarget(
  { operationId, field }: FaultMatch,
  version: ErpVersion,
): Promise<void> {
  const problems: Problem[] = [];
  const check = (path: string, value: string, what: string, known: readonly string[]) => {
    if (known.includes(value)) return;
    const message = `no ${what} '${value}' in version ${version}; the nearest is ${nearestOf(value, known)}`;
    problems.push({ path, value, message });
  };
  if (operationId !== undefined)
    check('$.match.operationId', operationId, 'REST operation', await operationIds(version));
  if (field !== undefined) check('$.match.field', field, 'GraphQL root field', await rootFields(version));
  if (problems.length > 0) throw new InvalidInput(problems);
}

async function operationIds(version: ErpVersion): Promise<string[]> {
  const { loadContractV1, loadContractV2 } = await import('../wawi/contract/load.ts');
  const contracts = await Promise.all([loadContractV1(), loadContractV2(version)]);
  return contracts.flatMap(({ operations }) => operations.map(({ id }) => id));
}

async function rootFields(version: ErpVersion): Promise<string[]> {
  const { loadGraphqlContract } = await import('../wawi/contract/graphql-contract.ts');
  const { queries, mutations } = await loadGraphqlContract(version);
  return [...Object.keys(queries), ...Object.keys(mutations)];
}

function nearestOf(value: string, known: readonly string[]): string {
  const [nearest = ''] = [...known].sort((a, b) => distance(value, a) - distance(value, b));
  return nearest;
}
