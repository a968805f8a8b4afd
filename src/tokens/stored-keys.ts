import { calculateJwkThumbprint, compactVerify, CompactSign, importJWK } from 'jose';
import type { StoredKey } from './key-ring.ts';
import { algorithmOf, keyId, publicPartOf } from './key-ring.ts';
import type { RingName } from './key-ring.ts';

const probe = new TextEncoder().encode('probe');

/**
 * Tries the keys of a ring before the emulator issues tokens with them: the active one signs and its public part
 * verifies, the retired ones still have the id that follows from them.
 * @returns the problem and the key that has it; undefined if all keys are good
 */
export async function storedKeysProblem(
  ring: RingName,
  keys: readonly StoredKey[],
): Promise<string | undefined> {
  for (const [index, key] of keys.entries()) {
    const path = `$.rings.${ring}[${index}]`;
    try {
      const publicPart = publicPartOf(key.jwk);
      if (keyId(ring, await calculateJwkThumbprint(publicPart)) !== key.kid)
        return `${path} is not the key that its id '${key.kid}' names`;
      const publicKey = await importJWK(publicPart, algorithmOf(ring));
      if (key.retiredAt === undefined) await signAndVerify(ring, key, publicKey);
    } catch (error) {
      return `${path} does not sign and verify: ${(error as Error).message}`;
    }
  }
  return undefined;
}

async function signAndVerify(
  ring: RingName,
  { jwk }: StoredKey,
  publicKey: Awaited<ReturnType<typeof importJWK>>,
): Promise<void> {
  const alg = algorithmOf(ring);
  const signed = await new CompactSign(probe).setProtectedHeader({ alg }).sign(await importJWK(jwk, alg));
  await compactVerify(signed, publicKey, { algorithms: [alg] });
}
