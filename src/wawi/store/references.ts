import { kinds, type EntityMap, type EntityName } from './entity-map.ts';
import { DomainError, missingReference } from './errors.ts';
import type { TenantData } from './tenant-data.ts';

/**
 * Resolves a reference of a request.
 * @param path domain path of the field with the reference
 * @throws DomainError `missing-reference`
 */
export function referenced<N extends EntityName>(
  data: TenantData,
  name: N,
  id: number,
  path: string,
): EntityMap[N] {
  const row = data.of(name).get(id);
  if (row) return row;
  const problem = missingReference(path, kinds[name], id);
  throw new DomainError('missing-reference', problem.message, [problem], problem.missing);
}
