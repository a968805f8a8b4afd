import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { importJWK } from 'jose';
import jose from 'node-jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeRsaKey } from '../../src/tokens/rsa-key.ts';

type Jwk = Awaited<ReturnType<typeof makeRsaKey>>;
const count = 8;
let keys: Jwk[];
beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: count }, () => makeRsaKey()));
});

const number = (text: unknown) => BigInt(`0x${Buffer.from(String(text), 'base64url').toString('hex')}`);

describe('an RSA key', () => {
  it('has a modulus of 2048 bits and the exponent 65537', () => {
    for (const key of keys) {
      expect(createPrivateKey({ key, format: 'jwk' }).asymmetricKeyDetails).toMatchObject({
        modulusLength: 2048,
        publicExponent: 65_537n,
      });
      expect(Buffer.from(key.n!, 'base64url')).toHaveLength(256);
    }
  });

  it('has the numbers that RFC 8017 section 3.2 asks for', () => {
    for (const { n, e, d, p, q, dp, dq, qi } of keys) {
      const [prime, other] = [number(p), number(q)];
      expect(prime * other).toBe(number(n));
      expect(prime > other).toBe(true);
      expect((number(e) * number(d)) % ((prime - 1n) * (other - 1n))).toBe(1n);
      expect((number(e) * number(dp)) % (prime - 1n)).toBe(1n);
      expect((number(e) * number(dq)) % (other - 1n)).toBe(1n);
      expect((number(qi) * other) % prime).toBe(1n);
    }
  });

  it('signs what its public part verifies, in OpenSSL', () => {
    const text = Buffer.from('signed');
    for (const key of keys) {
      const signature = sign('sha256', text, createPrivateKey({ key, format: 'jwk' }));
      const publicPart = { kty: key.kty!, n: key.n!, e: key.e! };
      const publicKey = createPublicKey({ key: publicPart, format: 'jwk' });
      expect(verify('sha256', text, publicKey, signature)).toBe(true);
      expect(verify('sha256', Buffer.from('other'), publicKey, signature)).toBe(false);
    }
  });

  it('is accepted by jose and by node-jose', async () => {
    for (const key of keys) {
      await expect(importJWK({ ...key }, 'RS256')).resolves.toMatchObject({ type: 'private' });
      await expect(jose.JWK.asKey({ ...key })).resolves.toMatchObject({ length: 2048 });
    }
  });

  it('is another one each time', () => {
    expect(new Set(keys.flatMap(({ p, q }) => [p, q])).size).toBe(2 * count);
  });

  it('is not made once the signal has ended', async () => {
    await expect(makeRsaKey(AbortSignal.abort(new Error('closed')))).rejects.toThrow('closed');
  });
});
