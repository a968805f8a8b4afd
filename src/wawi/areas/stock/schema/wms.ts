import type { Static } from 'typebox';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Entities } from '../../../store/fields.ts';
import type { shippingBox, warehouseZone, wmsEntities } from './wms.schema.ts';

/** Bin locations of a warehouse that are used for the same purpose. */
export type WarehouseZone = Static<typeof warehouseZone>;

/** A box that goods are picked and packed in. */
export type ShippingBox = Static<typeof shippingBox>;

export type WmsEntities = Entities<typeof wmsEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends WmsEntities {}
}

export const wmsKinds: { [N in keyof WmsEntities]: EntityKind<WmsEntities[N]> } = {
  warehouseZone: {
    key: 'LagerZoneKey',
    label: 'warehouse zone',
    references: { warehouseId: 'warehouse', 'binLocationIds[]': 'storageLocation' },
  },
  shippingBox: {
    key: 'VersandboxKey',
    label: 'shipping box',
    references: { warehouseId: 'warehouse', binLocationId: 'storageLocation' },
  },
};
