import type { ApiVersion } from './contract.ts';

/** Rows of a page unless a request says how many. */
export const standardPageSize: Readonly<Record<ApiVersion, number>> = { v1: 50, v2: 100 };

/** The largest page (fidelity row `page-size-limit`). */
export const maxPageSize = 1000;
