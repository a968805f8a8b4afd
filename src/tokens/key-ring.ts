import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { webcrypto, JsonWebKey } from 'node:crypto';
import { epochSeconds } from './clock.ts';
import type { Clock } from './clock.ts';
import { makeRsaKey } from './rsa-key.ts';

// Node's types instead of those of jose: the package's own types must not need packages that its users do not have.
type CryptoKey = webcrypto.CryptoKey;
type JWK = JsonWebKey & { kid?: string };

/** Each issuer has its own keys: the Identity Provider's two generations, and the Account Service. */
export const ringNames = ['generation1', 'generation2', 'session'] as const;
export type RingName = (typeof ringNames)[number];

const algorithms = { generation1: 'RS256', generation2: 'RS256', session: 'EdDSA' } as const;
export type SigningAlgorithm = (typeof algorithms)[RingName];

/** @returns the algorithm of a ring's keys */
export function algorithmOf(ring: RingName): SigningAlgorithm {
  return algorithms[ring];
}

/** @returns the id of a key, which follows from its thumbprint (RFC 7638) */
export function keyId(ring: RingName, thumbprint: string): string {
  return `${emulatorKeyPrefix}${ring}.${thumbprint.slice(0, 12)}`;
}

/** Prefix of every key id. It tells a key of an emulator, this one or another, from a key of the real platform. */
export const emulatorKeyPrefix = 'emulator.';

/** Number of keys to remember after their last token has expired, because tests may set the clock back. */
const spentKeysKept = 8;

/** How far ahead `signedUntil` is saved, in seconds, so that a busy issuer does not write for every token. */
const savedAhead = 3600;

/** A key as it survives a restart; `jwk` has the private part only while the key is active. */
export interface StoredKey {
  kid: string;
  /** Seconds since the epoch. */
  createdAt: number;
  retiredAt?: number;
  /** When the last token that it signed expires, in seconds since the epoch. An upper bound for the active key. */
  signedUntil: number;
  jwk: JWK;
}

/** A key in use. */
export interface RingKey {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly createdAt: number;
  retiredAt?: number;
  signedUntil: number;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
  /** Undefined once retired: a retired key verifies and never signs again. */
  privateKey?: CryptoKey;
  privateJwk?: JWK;
}

/** Sources of a ring and the callback for its changes. */
export interface KeyRingOptions {
  /** Keys that an earlier run stored, the active key first. If empty, the ring makes a key. */
  stored: readonly StoredKey[];
  /** Key making waits for this promise, so that the ring needed first gets the processor first. */
  after?: Promise<unknown>;
  /** Ends key making; a caller that waits for a key gets the signal's reason. */
  signal?: AbortSignal;
  /**
   * Called when the result of {@link KeyRing.export} has changed and must be saved. The ring awaits it before it uses
   * the change.
   */
  changed: () => Promise<void>;
}

/**
 * The keys of one issuer, the active one first. Making an RSA key takes a tenth of a second or more, so the
 * constructor only starts it and the methods that need the key wait for it.
 */
export class KeyRing {
  readonly algorithm: SigningAlgorithm;
  /** Resolves when the active key exists and is saved. */
  readonly ready: Promise<void>;
  #keys: RingKey[] = [];
  #foreign: Promise<RingKey> | undefined;
  #savedUntil = 0;

  constructor(
    readonly name: RingName,
    private readonly clock: Clock,
    private readonly options: KeyRingOptions,
  ) {
    this.algorithm = algorithms[name];
    this.ready = this.#open();
    // A failure surfaces at first use. Without this handler, an unhandled rejection would end the process.
    this.ready.catch(() => undefined);
  }

  /** @returns the active key, which signs */
  async active(): Promise<RingKey> {
    await this.ready;
    return this.#keys[0]!;
  }

  /** @returns the key with that id, including retired keys that the ring still remembers */
  find(kid: string): RingKey | undefined {
    return this.#keys.find((key) => key.kid === kid);
  }

  /** @returns a key that no issuer publishes, for tokens with the defect `wrongKey` */
  foreign(): Promise<RingKey> {
    this.#foreign ??= this.#make();
    return this.#foreign;
  }

  /**
   * @returns the public keys as a JWK Set (RFC 7517 section 5), the active one first, retired ones until their last
   *   token expires
   */
  async jwks(): Promise<{ keys: JWK[] }> {
    await this.ready;
    const now = epochSeconds(this.clock);
    const published = this.#keys.filter((key) => key.privateKey !== undefined || key.signedUntil > now);
    return { keys: published.map((key) => key.publicJwk) };
  }

  /** Makes a new active key; the old one stays published until the last token it signed has expired. */
  async rotate(): Promise<RingKey> {
    await this.ready;
    const next = await this.#make();
    const previous = this.#keys[0]!;
    delete previous.privateKey;
    delete previous.privateJwk;
    const now = epochSeconds(this.clock);
    previous.retiredAt = now;
    const spent = this.#keys.filter((key) => key.signedUntil <= now);
    const forgotten = new Set(spent.slice(spentKeysKept));
    this.#keys = [next, ...this.#keys.filter((key) => !forgotten.has(key))];
    this.#savedUntil = 0;
    await this.options.changed();
    return next;
  }

  /**
   * Records that a key signed a token, so that it stays published as long as needed.
   * @param until the token's `exp`, seconds since the epoch
   */
  async signed(key: RingKey, until: number): Promise<void> {
    if (until <= key.signedUntil) return;
    key.signedUntil = until;
    if (until <= this.#savedUntil || key.retiredAt !== undefined) return;
    this.#savedUntil = until + savedAhead;
    await this.options.changed();
  }

  /** @returns the keys to store; empty while the ring makes its first key */
  export(): StoredKey[] {
    return this.#keys.map((key) => ({
      kid: key.kid,
      createdAt: key.createdAt,
      ...(key.retiredAt === undefined ? {} : { retiredAt: key.retiredAt }),
      signedUntil:
        key.retiredAt === undefined ? Math.max(key.signedUntil, this.#savedUntil) : key.signedUntil,
      jwk: key.privateJwk ?? key.publicJwk,
    }));
  }

  async #open(): Promise<void> {
    if (this.options.stored.length > 0) {
      this.#keys = await Promise.all(this.options.stored.map((stored) => this.#import(stored)));
      this.#savedUntil = this.#keys[0]?.signedUntil ?? 0;
      return;
    }
    await this.options.after;
    this.options.signal?.throwIfAborted();
    this.#keys = [await this.#make()];
    await this.options.changed();
  }

  async #make(): Promise<RingKey> {
    const privateJwk = await this.#makeJwk();
    this.options.signal?.throwIfAborted();
    const publicPart = publicPartOf(privateJwk);
    const thumbprint = await calculateJwkThumbprint(publicPart);
    const kid = keyId(this.name, thumbprint);
    const publicJwk = this.#publicJwk(kid, publicPart);
    const [publicKey, privateKey] = await Promise.all([
      importJWK(publicJwk, this.algorithm),
      importJWK(privateJwk, this.algorithm),
    ]);
    return {
      kid,
      algorithm: this.algorithm,
      createdAt: epochSeconds(this.clock),
      signedUntil: 0,
      publicKey: publicKey as CryptoKey,
      publicJwk,
      privateKey: privateKey as CryptoKey,
      privateJwk,
    };
  }

  async #makeJwk(): Promise<JWK> {
    if (this.algorithm === 'RS256') return makeRsaKey(this.options.signal);
    return exportJWK((await generateKeyPair(this.algorithm, { extractable: true })).privateKey);
  }

  async #import({ jwk, ...stored }: StoredKey): Promise<RingKey> {
    const publicJwk = this.#publicJwk(stored.kid, publicPartOf(jwk));
    const publicKey = (await importJWK(publicJwk, this.algorithm)) as CryptoKey;
    const key: RingKey = { ...stored, algorithm: this.algorithm, publicKey, publicJwk };
    if (stored.retiredAt !== undefined) return key;
    const privateKey = (await importJWK(jwk, this.algorithm)) as CryptoKey;
    return { ...key, privateKey, privateJwk: jwk };
  }

  #publicJwk(kid: string, jwk: JWK): JWK {
    return { ...jwk, kid, use: 'sig', alg: this.algorithm };
  }
}

/** @returns the public members of a key */
export function publicPartOf({ kty, n, e, crv, x }: JWK): JWK {
  return kty === 'RSA' ? { kty, n: n!, e: e! } : { kty: kty!, crv: crv!, x: x! };
}
