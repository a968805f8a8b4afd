import type { Static } from 'typebox';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Entities } from '../../../store/fields.ts';
import type { shop, shopEntities, shopTransfer } from './shops.schema.ts';

export type Shop = Static<typeof shop>;
export type ShopTransfer = Static<typeof shopTransfer>;

export type ShopEntities = Entities<typeof shopEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ShopEntities {}
}

export const shopKinds: { [N in keyof ShopEntities]: EntityKind<ShopEntities[N]> } = {
  shop: {
    key: 'ShopKey',
    label: 'shop',
    unique: ['channelId'],
    references: { 'customerGroups[].customerGroupId': 'customerGroup' },
  },
  shopTransfer: { key: 'ShopTransferKey', label: 'setting of the transfer to shops' },
};
