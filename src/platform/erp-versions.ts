/**
 * Every version of the Wawi API that a tenant can have, oldest first, with a build of the Wawi that has it, in the form
 * that a live system gives (platform.md section 5).
 */
export const erpBuilds = {
  '2.0': '2.1.1+Sha.6aebf42',
  '2.1': '2.2.3+Sha.b07d5e1',
  '2.2': '2.3.1+Sha.3f1c9d2',
  '2.3': '2.4.0+Sha.91c4e7a',
} as const;
export type ErpVersion = keyof typeof erpBuilds;
export const erpVersions = Object.keys(erpBuilds) as [ErpVersion, ...ErpVersion[]];
