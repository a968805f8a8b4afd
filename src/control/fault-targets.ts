import { distance } from 'fastest-levenshtein';
import type { FaultMatch } from '../platform/faults/model.ts';
import { erpVersions } from '../platform/erp-versions.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';

/**
 * Checks that some version of the contract has the operation and the GraphQL field of a fault: a fault for another one
 * could never apply.
 * @throws InvalidInput with the nearest name
 */
export async function checkFaultTarget({ operationId, field }: FaultMatch): Promise<void> {
  const problems: Problem[] = [];
  const check = (path: string, value: string, what: string, known: readonly string[]) => {
    if (known.includes(value)) return;
    const message = `no version of the API has the ${what} '${value}'; the nearest is ${nearestOf(value, known)}`;
    problems.push({ path, value, message });
  };
  if (operationId !== undefined)
    check('$.match.operationId', operationId, 'REST operation', await operationIds());
  if (field !== undefined) check('$.match.field', field, 'GraphQL root field', await rootFields());
  if (problems.length > 0) throw new InvalidInput(problems);
}

async function operationIds(): Promise<string[]> {
  const [{ loadContract }, { apiVersions }] = await Promise.all([
    import('../wawi/contract/load.ts'),
    import('../wawi/contract/versions.ts'),
  ]);
  const contracts = await Promise.all([...apiVersions.v1, ...apiVersions.v2].map(loadContract));
  return unique(contracts.flatMap(({ operations }) => operations.map(({ id }) => id)));
}

async function rootFields(): Promise<string[]> {
  const { loadGraphqlContract } = await import('../wawi/contract/graphql-contract.ts');
  const contracts = await Promise.all(erpVersions.map(loadGraphqlContract));
  return unique(contracts.flatMap(({ queries, mutations }) => Object.keys({ ...queries, ...mutations })));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function nearestOf(value: string, known: readonly string[]): string {
  const [nearest = ''] = [...known].sort((a, b) => distance(value, a) - distance(value, b));
  return nearest;
}
