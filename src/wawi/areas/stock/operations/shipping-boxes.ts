import { duplicate, invalid } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { ShippingBox } from '../schema/wms.ts';

/** The content of a new box. */
export type ShippingBoxDraft = Omit<ShippingBox, 'id' | 'locked'>;

/** @throws DomainError `missing-reference`, `invalid`, `duplicate` for a display id that the warehouse has */
export function createShippingBox(data: TenantData, draft: ShippingBoxDraft): ShippingBox {
  const { id: warehouseId } = referenced(data, 'warehouse', draft.warehouseId, 'warehouseId');
  if (draft.displayId.trim() === '') throw invalid('displayId', 'The displayId is empty; a box needs one.');
  for (const { displayId } of data.of('shippingBox').where('warehouseId', warehouseId))
    if (displayId === draft.displayId)
      throw duplicate('displayId', `The warehouse ${warehouseId} has a box '${displayId}' already.`);
  checkPlace(data, warehouseId, draft.binLocationId);
  return data.insert('shippingBox', { ...draft, locked: false });
}

/** @throws DomainError `not-found`, `missing-reference`, `invalid` for a bin location of another warehouse */
export function placeShippingBox(data: TenantData, id: number, binLocationId: number): ShippingBox {
  checkPlace(data, data.get('shippingBox', id).warehouseId, binLocationId);
  return data.update('shippingBox', id, { binLocationId });
}

function checkPlace(data: TenantData, warehouseId: number, binLocationId: number): void {
  const place = referenced(data, 'storageLocation', binLocationId, 'binLocationId');
  if (place.warehouseId !== warehouseId)
    throw invalid(
      'binLocationId',
      `The bin location ${binLocationId} belongs to warehouse ${place.warehouseId}, the box to ${warehouseId}.`,
    );
}
