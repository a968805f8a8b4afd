import { randomBytes } from 'node:crypto';
import { epochSeconds } from '../tokens/clock.ts';
import type { Clock } from '../tokens/clock.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import { TokenError } from '../tokens/errors.ts';
import { KeyRing, ringNames } from '../tokens/key-ring.ts';
import type { RingName, StoredKey } from '../tokens/key-ring.ts';
import { storedKeysProblem } from '../tokens/stored-keys.ts';
import { TokenIds } from '../tokens/token-ids.ts';
import { checkIssuer, checkTimes, verifySignature } from '../tokens/verify.ts';
import type { TrustedRing } from '../tokens/verify.ts';
import type { EmulatorConfig, Urls } from './config.ts';
import { Grants, type StoredGrants } from './grants/grants.ts';
import type { RefreshTokens } from './grants/refresh-tokens.ts';
import type { App } from './model.ts';
import { storedKeys, storedTokens } from './persistence/platform-documents.schema.ts';
import type { StateStore } from './persistence/store.ts';
import { InvalidInput } from './problems.ts';
import type { Registry } from './registry.ts';
import { kindOf } from './token-claims.ts';
import { explainToken, type TokenExplanation } from './token-explanation.ts';
import { TokenIssuer, type IssuedToken } from './token-issuer.ts';
import { TokenRefusals, type StoredRefusals } from './token-refusals.ts';
import { mintableKinds, resolveTokenRequest, type MintableKind } from './token-request.ts';
import { VerifiedTokens, type VerifiedToken } from './verified-tokens.ts';

export type { VerifiedToken } from './verified-tokens.ts';
export type { TokenExplanation } from './token-explanation.ts';
export type { IssuedToken } from './token-issuer.ts';
export type { MintableKind, TokenRequest } from './token-request.ts';

/** The parts of the service. `urls` is a getter, because the port and the issuers are known late. */
export interface TokenServiceParts {
  store: StateStore;
  clock: Clock;
  registry: Registry;
  config: EmulatorConfig;
  urls: () => Urls;
}

interface StoredKeys {
  rings: Partial<Record<RingName, StoredKey[]>>;
  /** Base64url; signs the sign-in cookie. */
  signInKey: string;
}

type StoredTokens = StoredRefusals & StoredGrants;

const signInKeyBytes = 32;

/** @throws UnusableFolder when a key cannot be used: every service would refuse its tokens */
async function checkKeys(store: StateStore, { rings, signInKey }: StoredKeys): Promise<void> {
  const problems = await Promise.all(ringNames.map((name) => storedKeysProblem(name, rings[name] ?? [])));
  const problem = problems.find((one) => one !== undefined);
  if (problem !== undefined) throw store.damage('platform/keys', problem);
  if (Buffer.from(signInKey, 'base64url').length !== signInKeyBytes)
    throw store.damage('platform/keys', `$.signInKey must be ${signInKeyBytes} bytes in base64url`);
}

/** Issues and checks every token of one emulator: both generations of the Identity Provider and the Account Service. */
export class TokenService {
  readonly rings: Readonly<Record<RingName, KeyRing>>;
  readonly issuer: TokenIssuer;
  readonly grants: Grants;
  /** Key of the sign-in cookie's signature. */
  readonly signInKey: Buffer;
  readonly #refusals: TokenRefusals;
  readonly #ids: TokenIds;
  readonly #verified = new VerifiedTokens();
  readonly #closing = new AbortController();
  #saving: Promise<void> = Promise.resolve();

  private constructor(
    private readonly parts: TokenServiceParts,
    keys: StoredKeys | undefined,
    tokens: StoredTokens | undefined,
  ) {
    this.signInKey = keys ? Buffer.from(keys.signInKey, 'base64url') : randomBytes(signInKeyBytes);
    const ring = (name: RingName, after?: Promise<unknown>): KeyRing =>
      new KeyRing(name, parts.clock, {
        stored: keys?.rings[name] ?? [],
        changed: () => this.#saveKeys(),
        signal: this.#closing.signal,
        ...(after === undefined ? {} : { after }),
      });
    // Generation 1 first: its key signs the first token of nearly every run, and making two keys at once takes twice as
    // long.
    const generation1 = ring('generation1');
    this.rings = {
      generation1,
      session: ring('session'),
      generation2: ring('generation2', generation1.ready),
    };
    this.#refusals = new TokenRefusals(parts.clock, tokens);
    this.#ids = new TokenIds(this.#refusals.lastId);
    this.issuer = new TokenIssuer({
      ...parts,
      rings: this.rings,
      ids: this.#ids,
      refusals: this.#refusals,
      save: () => this.save(),
    });
    this.grants = new Grants(
      parts.clock,
      (accessTokens) => accessTokens.forEach(([id, expiry]) => this.#refusals.revoke(id, expiry)),
      tokens,
    );
  }

  /** Opens the service from the store. Missing keys are made in the background; their first user waits. */
  static async open(parts: TokenServiceParts): Promise<TokenService> {
    const [keys, tokens] = await Promise.all([
      parts.store.load('platform/keys', storedKeys),
      parts.store.load('platform/tokens', storedTokens),
    ]);
    if (keys !== undefined) await checkKeys(parts.store, keys as StoredKeys);
    return new TokenService(parts, keys as StoredKeys | undefined, tokens as StoredTokens | undefined);
  }

  /** Stops the making of keys, which would keep the process alive. */
  close(): void {
    this.#closing.abort(new Error('the emulator is closed'));
  }

  /**
   * Issues any token, with or without deliberate defects.
   * @param request see {@link TokenRequest}; may be unchecked
   * @throws InvalidInput with every problem of the request
   */
  mint(kind: MintableKind, request?: unknown): Promise<IssuedToken> {
    return this.issuer.mint(kind, request);
  }

  /**
   * Checks that a token is genuine, in time and not revoked. The signature is checked once per token, the rest every
   * time.
   * @throws TokenError
   */
  async verify(token: string): Promise<VerifiedToken> {
    const isTrusted = ({ ring, header }: VerifiedToken): boolean =>
      this.rings[ring].find(header.kid ?? '') !== undefined;
    const verified = this.#verified.find(token, isTrusted) ?? (await this.#verifyAnew(token));
    checkTimes(verified.claims, epochSeconds(this.parts.clock));
    this.#refusals.check(verified.kind, verified.claims);
    return verified;
  }

  /** @returns the rings whose tokens are accepted, with the issuer each must name */
  trusted(): TrustedRing[] {
    const { issuerV1, issuerV2 } = this.parts.urls();
    return [
      { ring: this.rings.generation1, issuer: issuerV1 },
      { ring: this.rings.generation2, issuer: issuerV2 },
      { ring: this.rings.session },
    ];
  }

  /** Revokes a token (RFC 7009). */
  async revoke(claims: TokenClaims): Promise<void> {
    if (claims.jti === undefined) return;
    this.#refusals.revoke(claims.jti, claims.exp);
    await this.save();
  }

  /**
   * Makes the services refuse the tokens that were issued to an app so far, without moving the clock, so that a
   * verifier with real time accepts the next token. Session tokens name no app; those of every tenant with the app are
   * refused.
   * @param request `{appId?, kind?}`; app id, slug or client id; no kind: all
   * @throws InvalidInput
   */
  async expire(request?: {
    appId?: string;
    kind?: string;
  }): Promise<{ appId: string; kinds: MintableKind[] }> {
    const { kind, ...who } = request ?? {};
    const kinds = kind === undefined ? [...mintableKinds] : mintableKinds.filter((one) => one === kind);
    if (kinds.length === 0) {
      throw new InvalidInput([
        { path: '$.kind', value: kind, message: `must be one of ${mintableKinds.join(', ')}` },
      ]);
    }
    const { app } = resolveTokenRequest('access', who, this.parts.registry);
    const throughId = this.#ids.next();
    for (const one of kinds) {
      if (one === 'session') this.#refusals.expireSessions(this.#tenantsOf(app));
      else this.#refusals.expire(one, one === 'app' ? app.id : app.clientId, throughId);
    }
    await this.save();
    return { appId: app.id, kinds };
  }

  /** Explains by all checks why a token is or is not accepted. */
  explain(token: string): Promise<TokenExplanation> {
    const { registry, clock, urls } = this.parts;
    return explainToken(token, {
      registry,
      now: epochSeconds(clock),
      urls: urls(),
      trusted: this.trusted(),
      checkRefusals: (kind, claims) => this.#refusals.check(kind, claims),
    });
  }

  /**
   * Makes new signing keys; old ones stay published until their last token has expired.
   * @param ring default: all rings
   * @returns the new key ids
   * @throws InvalidInput for an unknown ring
   */
  async rotate(ring?: string): Promise<Partial<Record<RingName, string>>> {
    const names = ring === undefined ? ringNames : ringNames.filter((name) => name === ring);
    if (names.length === 0) {
      throw new InvalidInput([
        { path: '$.ring', value: ring, message: `must be one of ${ringNames.join(', ')}` },
      ]);
    }
    const keys: Partial<Record<RingName, string>> = {};
    for (const name of names) keys[name] = (await this.rings[name].rotate()).kid;
    return keys;
  }

  /** @returns the published keys of a ring as a JWK Set, the active one first */
  jwks(ring: RingName): ReturnType<KeyRing['jwks']> {
    return this.rings[ring].jwks();
  }

  /** Revokes the tokens of an app, and its grants. */
  async forgetApp(app: App): Promise<void> {
    this.grants.forget(app.clientId);
    const throughId = this.#ids.next();
    this.#refusals.expire('access', app.clientId, throughId);
    this.#refusals.expire('app', app.id, throughId);
    await this.save();
  }

  /** Removes grants and refusals; keys stay, so that tokens of running apps stay valid. */
  async reset(): Promise<void> {
    this.grants.forget();
    this.#refusals.clear();
    await this.save();
  }

  /**
   * Uses or changes refresh tokens and saves the result, also when the use is refused: reuse revokes a family.
   * @param use runs synchronously, so that two requests cannot use one token
   */
  async withRefreshTokens<T>(use: (refreshTokens: RefreshTokens) => T): Promise<T> {
    try {
      return use(this.grants.refreshTokens);
    } finally {
      await this.save();
    }
  }

  /** Saves grants and refusals; awaited before the answer that depends on them. */
  save(): Promise<void> {
    return this.#enqueue('platform/tokens', () => ({
      ...this.#refusals.export(),
      ...this.grants.export(),
    }));
  }

  async #verifyAnew(token: string): Promise<VerifiedToken> {
    const { header, claims, ring, issuer } = await verifySignature(token, this.trusted());
    checkIssuer(claims, issuer);
    const kind = kindOf(ring.name, claims);
    if (!kind)
      throw new TokenError(
        'wrongKind',
        'the token is genuine but neither an access, app, session nor ID token',
      );
    const verified: VerifiedToken = { kind, ring: ring.name, header, claims };
    this.#verified.keep(token, verified);
    return verified;
  }

  #tenantsOf(app: App): ReadonlySet<string> {
    return new Set(
      this.parts.registry.installations.filter((one) => one.appId === app.id).map((one) => one.tenantId),
    );
  }

  #saveKeys(): Promise<void> {
    return this.#enqueue('platform/keys', () => ({
      rings: Object.fromEntries(ringNames.map((name) => [name, this.rings[name].export()])),
      signInKey: this.signInKey.toString('base64url'),
    }));
  }

  /**
   * Saves one after the other, each with the state of its own turn, so that an older state never replaces a newer one.
   */
  #enqueue(path: string, document: () => StoredKeys | StoredTokens): Promise<void> {
    const saving = this.#saving.catch(() => undefined).then(() => this.parts.store.save(path, document()));
    this.#saving = saving;
    return saving;
  }
}
