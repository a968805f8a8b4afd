import type { ViewTable } from '../../views.ts';

/** Where every field of the v2 contract lives in the domain. */
export const viewsV2: ViewTable = {};
