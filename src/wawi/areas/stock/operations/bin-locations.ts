import { duplicate, invalid } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { zero } from '../../../store/values/decimal.ts';
import { binLocationTypes, nameProblem } from '../rules/bin-locations.ts';
import type { StorageLocation } from '../schema/stock.ts';

type Metadata = Pick<StorageLocation, 'name' | 'binType' | 'sortNumber'>;

/** The content of a new bin location. */
export type BinLocationDraft = Partial<Metadata> & Pick<StorageLocation, 'warehouseId' | 'name'>;

/** @throws DomainError `missing-reference`, `invalid`, `duplicate` for a name that the warehouse has */
export function createBinLocation(data: TenantData, draft: BinLocationDraft): StorageLocation {
  const { id: warehouseId } = referenced(data, 'warehouse', draft.warehouseId, 'warehouseId');
  check(data, warehouseId, draft);
  return data.insert('storageLocation', {
    typeId: 'Standard',
    sortNumber: 0,
    priority: 0,
    lockForShipment: false,
    lockForAvailability: false,
    dimensions: { length: zero, width: zero, height: zero },
    ...draft,
  });
}

/** @throws DomainError `not-found`, `invalid`, `duplicate` for a name that the warehouse has */
export function changeBinLocation(data: TenantData, id: number, change: Partial<Metadata>): StorageLocation {
  check(data, data.get('storageLocation', id).warehouseId, change, id);
  return data.update('storageLocation', id, change);
}

/**
 * Deletes a bin location and takes it out of its zones.
 * @throws DomainError `not-found`, `referenced` while stock or a box is there
 */
export function deleteBinLocation(data: TenantData, id: number): void {
  for (const zone of [...data.of('warehouseZone').values()]) {
    const binLocationIds = zone.binLocationIds.filter((one) => one !== id);
    if (binLocationIds.length < zone.binLocationIds.length)
      data.update('warehouseZone', zone.id, { binLocationIds });
  }
  data.delete('storageLocation', id);
}

function check(data: TenantData, warehouseId: number, draft: Partial<Metadata>, id?: number): void {
  const { name, binType } = draft;
  const types = binLocationTypes.map(({ value }) => value);
  if (binType !== undefined && !types.includes(binType))
    throw invalid('binType', `The type ${binType} does not exist; bin locations have ${types.join(', ')}.`);
  if (name === undefined) return;
  const problem = nameProblem(name);
  if (problem !== undefined) throw invalid('name', `The name '${name}' ${problem}.`);
  for (const other of data.of('storageLocation').where('warehouseId', warehouseId))
    if (other.id !== id && other.name === name)
      throw duplicate('name', `The warehouse ${warehouseId} has a bin location '${name}' already.`);
}
