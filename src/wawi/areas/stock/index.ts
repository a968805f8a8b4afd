import type { Area } from '../../wire/area.ts';
import { stockMutations } from './graphql-mutations.ts';
import { stockQueries } from './graphql.ts';
import { inventoryBindingsV2, stockTransferBindingsV2 } from './rest/inventory.ts';
import { stockBindingsV1 } from './rest/v1.ts';
import { stockBindingsV2 } from './rest/v2.ts';
import { inventoryKinds } from './schema/inventory.ts';
import { stockKinds } from './schema/stock.ts';
import { wmsKinds } from './schema/wms.ts';
import { stockInputs } from './views/graphql-inputs.ts';
import { laterStockViewsGraphql } from './views/graphql-later.ts';
import { stockViewsGraphql } from './views/graphql.ts';
import { stockViewsV1 } from './views/v1.ts';
import { laterStockViewsV2 } from './views/v2-later.ts';
import { stockViewsV2 } from './views/v2.ts';

/** Warehouses, stock and its changes, picking, inventories and transfers. */
export const stock: Area = {
  kinds: { ...stockKinds, ...inventoryKinds, ...wmsKinds },
  v1: {
    bindings: stockBindingsV1,
    views: stockViewsV1,
  },
  v2: {
    bindings: { ...stockBindingsV2, ...inventoryBindingsV2, ...stockTransferBindingsV2 },
    views: { ...stockViewsV2, ...laterStockViewsV2 },
  },
  graphql: {
    queries: stockQueries,
    mutations: stockMutations,
    views: { ...stockViewsGraphql, ...laterStockViewsGraphql },
    inputs: stockInputs,
  },
};
