import type { ApiVersion } from './contract.ts';

/**
 * How a version writes the contract's names: v1 as they are, v2 with only the first letter lowered, so that `SKU` is
 * `sKU` on the wire (platform.md section 5).
 */
export function wireNameOf(version: ApiVersion): (name: string) => string {
  return version === 'v1' ? (name) => name : (name) => name.charAt(0).toLowerCase() + name.slice(1);
}
