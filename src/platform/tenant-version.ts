import type { EmulatorConfig } from './config.ts';
import type { ErpVersion } from './erp-versions.ts';
import type { Tenant } from './model.ts';

/**
 * @param version the version of a tenant
 * @param least `requirements.minCloudApiVersion` of a manifest, such as `2.1`
 * @returns whether the version is at least the other
 */
export function isAtLeast(version: ErpVersion, least: string): boolean {
  const wanted = /^(\d+)\.(\d+)/.exec(least.trim());
  if (!wanted) return true;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]));
}

/** @returns the version of the API that a tenant's Wawi has: its own, else the default of the emulator */
export function apiVersionOf(
  { wawi }: Pick<Tenant, 'wawi'>,
  { erpVersion }: Pick<EmulatorConfig, 'erpVersion'>,
): ErpVersion {
  return wawi.apiVersion ?? erpVersion;
}
