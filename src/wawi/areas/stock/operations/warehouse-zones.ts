import { duplicate, invalid } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { zoneTypes } from '../rules/bin-locations.ts';
import type { WarehouseZone } from '../schema/wms.ts';

type Metadata = Pick<WarehouseZone, 'code' | 'zoneType' | 'description'>;

/** @throws DomainError `missing-reference`, `invalid`, `duplicate` for a code that the warehouse has */
export function createZone(data: TenantData, draft: Metadata & { warehouseId: number }): WarehouseZone {
  const { id: warehouseId } = referenced(data, 'warehouse', draft.warehouseId, 'warehouseId');
  check(data, warehouseId, draft);
  return data.insert('warehouseZone', { ...draft, binLocationIds: [] });
}

/** @throws DomainError `not-found`, `invalid`, `duplicate` for a code that the warehouse has */
export function changeZone(data: TenantData, id: number, change: Partial<Metadata>): WarehouseZone {
  check(data, data.get('warehouseZone', id).warehouseId, change, id);
  return data.update('warehouseZone', id, change);
}

/**
 * Adds bin locations to a zone; those in it stay.
 * @throws DomainError `not-found`, `missing-reference`, `invalid` for a bin location of another warehouse
 */
export function addToZone(data: TenantData, id: number, binLocationIds: readonly number[]): WarehouseZone {
  const zone = data.get('warehouseZone', id);
  for (const binLocationId of binLocationIds) {
    const { warehouseId } = referenced(data, 'storageLocation', binLocationId, 'binLocationIds');
    if (warehouseId !== zone.warehouseId)
      throw invalid(
        'binLocationIds',
        `The bin location ${binLocationId} belongs to warehouse ${warehouseId}, the zone to ${zone.warehouseId}.`,
      );
  }
  const all = [...new Set([...zone.binLocationIds, ...binLocationIds])];
  return data.update('warehouseZone', id, { binLocationIds: all });
}

/** @throws DomainError `not-found` */
export function removeFromZone(data: TenantData, id: number, gone: readonly number[]): WarehouseZone {
  const zone = data.get('warehouseZone', id);
  return data.update('warehouseZone', id, {
    binLocationIds: zone.binLocationIds.filter((one) => !gone.includes(one)),
  });
}

function check(data: TenantData, warehouseId: number, draft: Partial<Metadata>, id?: number): void {
  const { code, zoneType } = draft;
  const types = zoneTypes.map(({ value }) => value);
  if (zoneType !== undefined && !types.includes(zoneType))
    throw invalid('zoneType', `The zone type ${zoneType} does not exist; there are ${types.join(', ')}.`);
  if (code === undefined) return;
  if (code.trim() === '') throw invalid('code', `The code '${code}' is empty; a zone needs one.`);
  for (const other of data.of('warehouseZone').where('warehouseId', warehouseId))
    if (other.id !== id && other.code === code)
      throw duplicate('code', `The warehouse ${warehouseId} has a zone '${code}' already.`);
}
