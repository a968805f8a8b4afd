import type { EntityMap } from '../index.ts';
import { customerShapes } from './customers.ts';
import { documentShapes } from './documents.ts';
import { inventoryShapes } from './inventory.ts';
import { itemMasterShapes } from './item-master.ts';
import { itemShapes } from './items.ts';
import { logisticsShapes } from './logistics.ts';
import { masterShapes } from './master.ts';
import { processShapes } from './processes.ts';
import { purchasingShapes } from './purchasing.ts';
import { returnShapes } from './returns.ts';
import { salesShapes } from './sales.ts';
import type { Shapes } from './shape.ts';
import { stockShapes } from './stock.ts';
import { systemShapes } from './system.ts';

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
