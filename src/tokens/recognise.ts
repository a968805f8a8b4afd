import type { ReadToken } from './claims.ts';
import { emulatorKeyPrefix } from './key-ring.ts';

const realIssuer = /^https:\/\/(?:auth|id)\.(?:(dev|qa|beta)\.)?jtl-cloud\.com(?:\/|$)/;
const loopback =
  /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\]|host\.docker\.internal|0\.0\.0\.0)(?::\d+)?(?:\/|$)/;

/**
 * Describes the origin of a token whose key this emulator does not have. Developers keep tokens in caches, and a bare
 * 401 does not say that the token comes from another issuer.
 * @param ownIssuers the issuers this emulator signs for
 */
export function describeOrigin({ header, claims }: ReadToken, ownIssuers: readonly string[]): string {
  const issuer = typeof claims.iss === 'string' ? claims.iss : undefined;
  const key = header.kid === undefined ? 'no key id' : `key '${header.kid}'`;
  const real = issuer === undefined ? null : realIssuer.exec(issuer);
  if (real && issuer !== undefined && !header.kid?.startsWith(emulatorKeyPrefix)) {
    const place =
      real[1] === undefined ? 'the real JTL platform' : `the real JTL platform's ${real[1]} environment`;
    return `the token was issued by ${place} (${issuer}, ${key}), not by this emulator; get a new one from ${ownIssuers.join(' or ')}`;
  }
  if (issuer !== undefined && !ownIssuers.includes(issuer)) {
    const place = loopback.test(issuer) ? `another emulator or a local issuer at ${issuer}` : `'${issuer}'`;
    return `the token was issued by ${place} (${key}), not by this emulator; get a new one from ${ownIssuers.join(' or ')}`;
  }
  if (header.kid?.startsWith(emulatorKeyPrefix)) {
    return (
      `the token was signed with ${key}, an earlier key of this emulator or a key of another one; keys are new with every ` +
      'start unless the emulator keeps its state in a data folder; drop the cached token and get a new one'
    );
  }
  return `the token was signed with ${key}, which this emulator does not have; get a new one from ${ownIssuers.join(' or ')}`;
}
