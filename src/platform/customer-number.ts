import { createHash } from 'node:crypto';

/**
 * @returns the tenant's id in the customer service, which `/account/tenants` and session tokens call `kid`: six digits
 *   derived from the tenant's id, in the form of a live one
 */
export function customerNumberOf(tenantId: string): string {
  const hash = createHash('sha256').update(`customer number ${tenantId}`).digest();
  return String(100_000 + (hash.readUInt32BE() % 900_000));
}
