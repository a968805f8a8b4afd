import { generatePrime } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';

const primeOf = promisify((bits: number, done: (error: Error | null, prime: bigint) => void) => {
  generatePrime(bits, { bigint: true }, done);
});

const modulusBits = 2048n;
/** The usual public exponent, a prime. */
const exponent = 65_537n;

/**
 * Makes a 2048 bit RSA key (RFC 8017 section 3.2) from two primes that two threads search at the same time. OpenSSL's
 * own key generation follows the stricter rules of FIPS 186 on one thread and takes four to five times as long, which
 * would delay the start. A search that has begun also keeps a process alive that wants to end.
 * @param signal ends the making between two searches
 * @returns the private key as a JWK (RFC 7518 section 6.3)
 * @throws the reason of the aborted signal
 */
export async function makeRsaKey(signal?: AbortSignal): Promise<JsonWebKey> {
  for (;;) {
    signal?.throwIfAborted();
    const half = Number(modulusBits / 2n);
    const [p, q] = await Promise.all([primeOf(half), primeOf(half)]);
    if (isUsable(p, q)) return p > q ? jwkOf(p, q) : jwkOf(q, p);
  }
}

/** @returns whether the primes differ, their product has the full length, and the exponent has an inverse */
function isUsable(p: bigint, q: bigint): boolean {
  return (
    p !== q &&
    (p * q) >> (modulusBits - 1n) === 1n &&
    (p - 1n) % exponent !== 0n &&
    (q - 1n) % exponent !== 0n
  );
}

function jwkOf(p: bigint, q: bigint): JsonWebKey {
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(exponent),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
}

/** @returns x with `value * x = 1` modulo `modulus`, by Euclid's extended algorithm; the two have no common divisor */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [value, modulus];
  let [factor, nextFactor] = [1n, 0n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
