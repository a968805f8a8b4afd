/** Every version of the Wawi API that a tenant can have, oldest first. */
export const erpVersions = ['2.0', '2.1', '2.2', '2.3'] as const;
export type ErpVersion = (typeof erpVersions)[number];
