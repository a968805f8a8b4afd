import type { EntityMap } from './index.ts';
import { customerShapes } from './customers/schema/shapes.ts';
import { documentShapes } from './invoices/schema/shapes.ts';
import { inventoryShapes } from './stock/schema/inventory-shapes.ts';
import { itemMasterShapes } from './items/schema/item-master-shapes.ts';
import { itemShapes } from './items/schema/item-shapes.ts';
import { logisticsShapes } from './delivery/schema/shapes.ts';
import { masterShapes } from './master-data/schema/shapes.ts';
import { processShapes } from './system/schema/process-shapes.ts';
import { purchasingShapes } from './purchasing/schema/shapes.ts';
import { returnShapes } from './returns/schema/shapes.ts';
import { salesShapes } from './sales-orders/schema/shapes.ts';
import type { Shapes } from '../store/shapes/shape.ts';
import { stockShapes } from './stock/schema/stock-shapes.ts';
import { systemShapes } from './system/schema/system-shapes.ts';

/**
 * What every field of every kind of entity may hold, for what comes in as data: fixtures and seeds. The compiler keeps it
 * in step with the entities; `fixtures/tenant.schema.json` is made from it (test/fixtures/tenant-schema.ts).
 */
export const shapes: Shapes<EntityMap> = {
  ...itemShapes,
  ...itemMasterShapes,
  ...customerShapes,
  ...salesShapes,
  ...documentShapes,
  ...returnShapes,
  ...processShapes,
  ...stockShapes,
  ...logisticsShapes,
  ...inventoryShapes,
  ...purchasingShapes,
  ...masterShapes,
  ...systemShapes,
};
