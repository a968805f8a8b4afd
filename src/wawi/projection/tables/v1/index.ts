import type { ViewTable } from '../../views.ts';
import { customerViewsV1 } from './customers.ts';
import { itemViewsV1 } from './items.ts';
import { salesViewsV1 } from './sales.ts';

/** Where every field of the v1 contract lives in the domain. */
export const viewsV1: ViewTable = { ...itemViewsV1, ...customerViewsV1, ...salesViewsV1 };
