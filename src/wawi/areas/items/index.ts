import type { Area } from '../../wire/area.ts';
import { itemMutations } from './graphql/mutations.ts';
import { itemQueries } from './graphql/queries.ts';
import { itemImageBindingsV1, itemImageBindingsV2 } from './rest/images.ts';
import { supplierBindingsV2 } from './rest/suppliers.ts';
import { itemMasterBindingsV1 } from './rest/v1-master.ts';
import { itemPartBindingsV1 } from './rest/v1-parts.ts';
import { itemBindingsV1 } from './rest/v1.ts';
import { laterItemBindingsV2 } from './rest/v2-items.ts';
import { itemMasterBindingsV2 } from './rest/v2-master.ts';
import { itemBindingsV2 } from './rest/v2.ts';
import { itemMasterKinds } from './schema/item-master.ts';
import { itemKinds } from './schema/items.ts';
import { itemCopyInputs } from './views/graphql-copy-inputs.ts';
import { itemInputs } from './views/graphql-inputs.ts';
import { itemListViewsGraphql } from './views/graphql-list.ts';
import { itemMasterViewsGraphql } from './views/graphql-master.ts';
import { supplierViewsGraphql, supplierInputs } from './views/graphql-suppliers.ts';
import { itemViewsGraphql } from './views/graphql.ts';
import { itemMasterViewsV1 } from './views/v1-master.ts';
import { itemViewsV1 } from './views/v1.ts';
import { itemCommandViewsV2 } from './views/v2-commands.ts';
import { duplicateViewsV2 } from './views/v2-duplicates.ts';
import { itemLaterViewsV2 } from './views/v2-later.ts';
import { itemMasterViewsV2 } from './views/v2-master.ts';
import { supplierViewsV2 } from './views/v2-suppliers.ts';
import { itemVariationViewsV2 } from './views/v2-variations.ts';
import { itemViewsV2 } from './views/v2.ts';

/** Items with their variations, texts, prices, images and suppliers. */
export const items: Area = {
  kinds: { ...itemKinds, ...itemMasterKinds },
  v1: {
    bindings: { ...itemBindingsV1, ...itemPartBindingsV1, ...itemImageBindingsV1, ...itemMasterBindingsV1 },
    views: { ...itemViewsV1, ...itemMasterViewsV1 },
  },
  v2: {
    bindings: {
      ...itemBindingsV2,
      ...itemImageBindingsV2,
      ...itemMasterBindingsV2,
      ...supplierBindingsV2,
      ...laterItemBindingsV2,
    },
    views: {
      ...itemViewsV2,
      ...itemVariationViewsV2,
      ...itemCommandViewsV2,
      ...itemMasterViewsV2,
      ...itemLaterViewsV2,
      ...supplierViewsV2,
      ...duplicateViewsV2,
    },
  },
  graphql: {
    queries: itemQueries,
    mutations: itemMutations,
    views: {
      ...itemViewsGraphql,
      ...itemListViewsGraphql,
      ...itemMasterViewsGraphql,
      ...supplierViewsGraphql,
    },
    inputs: { ...itemInputs, ...itemCopyInputs, ...supplierInputs },
  },
};
