import type { Static } from 'typebox';
import type {
  returnEntities,
  returnLineItem,
  returnOfGoods,
  returnPackage,
  returnReason,
  returnState,
} from './returns.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import { translationCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export type ReturnLineItem = Static<typeof returnLineItem>;

export type ReturnPackage = Static<typeof returnPackage>;

/** Goods on their way back. */
export type Return = Static<typeof returnOfGoods>;

export type ReturnReason = Static<typeof returnReason>;

export type ReturnState = Static<typeof returnState>;

export type ReturnEntities = Entities<typeof returnEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends ReturnEntities {}
}

export const returnKinds: { [N in keyof ReturnEntities]: EntityKind<ReturnEntities[N]> } = {
  return: {
    key: 'RetoureKey',
    label: 'return',
    unique: ['number'],
    references: {
      customerId: 'customer',
      companyId: 'company',
      salesOrderId: 'salesOrder',
      stateId: 'returnState',
      warehouseId: 'warehouse',
      'lineItems[].itemId': 'item',
      'lineItems[].stateId': 'returnState',
      'lineItems[].returnReasonId': 'returnReason',
      'packages[].shippingMethodId': 'shippingMethod',
    },
  },
  returnReason: { key: 'RueckgabegrundKey', label: 'return reason', codes: translationCodes },
  returnState: { key: 'RetoureStatusKey', label: 'return state', codes: translationCodes },
};
