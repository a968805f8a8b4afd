import { epochSeconds } from '../tokens/clock.ts';
import type { Clock } from '../tokens/clock.ts';
import { instantText } from '../tokens/claims.ts';
import type { TokenClaims } from '../tokens/claims.ts';
import { applyDefects } from '../tokens/defects.ts';
import { signToken } from '../tokens/issue.ts';
import type { KeyRing, RingName } from '../tokens/key-ring.ts';
import type { TokenIds } from '../tokens/token-ids.ts';
import { defaultLifetimes } from './config.ts';
import type { EmulatorConfig, Urls } from './config.ts';
import type { App, Lifetimes } from './model.ts';
import { InvalidInput } from './problems.ts';
import type { Registry } from './registry.ts';
import {
  accessClaimsGeneration1,
  accessClaimsGeneration2,
  appClaims,
  sessionClaims,
} from './token-claims.ts';
import type { AccessTokenContent, AppTokenContent } from './token-claims.ts';
import type { TokenRefusals } from './token-refusals.ts';
import { mintableKinds, resolveTokenRequest } from './token-request.ts';
import type { MintableKind, ResolvedTokenRequest } from './token-request.ts';

/** A token, its claims, and its expiry (ISO 8601). */
export interface IssuedToken {
  token: string;
  claims: TokenClaims;
  expiresAt: string;
}

/** The parts that tokens are issued from. `urls` is a getter, because the port and the issuers are known late. */
export interface TokenIssuerParts {
  clock: Clock;
  registry: Registry;
  config: EmulatorConfig;
  urls: () => Urls;
  rings: Readonly<Record<RingName, KeyRing>>;
  ids: TokenIds;
  refusals: TokenRefusals;
  /** Saves the state of the refusals. */
  save: () => Promise<void>;
}

/** Issues the platform's tokens. */
export class TokenIssuer {
  constructor(private readonly parts: TokenIssuerParts) {}

  /** @returns the lifetime of such a token in seconds: the app's own setting, else the emulator's, else the platform's */
  lifetime(kind: keyof Lifetimes, app?: App, generation: 1 | 2 = 1): number {
    const usual =
      kind === 'access' && generation === 2 ? defaultLifetimes.accessGeneration2 : defaultLifetimes[kind];
    return app?.lifetimes?.[kind] ?? this.parts.config.lifetimes[kind] ?? usual;
  }

  /** An access token of an app, or of a user of it. */
  async access(generation: 1 | 2, content: AccessTokenContent): Promise<IssuedToken> {
    const ring = generation === 1 ? this.parts.rings.generation1 : this.parts.rings.generation2;
    return issued(await signToken(ring, this.#accessClaims(generation, content)));
  }

  /** The token of an app's front end for a user in a tenant (platform.md section 3). */
  async app(content: AppTokenContent): Promise<IssuedToken> {
    return issued(
      await signToken(
        this.parts.rings.generation2,
        appClaims(content, this.#dated(2, this.lifetime('app', content.app))),
      ),
    );
  }

  /** The Account Service's token for a user in a tenant (platform.md section 4). */
  async session(content: { userId: string; tenantId: string; app?: App }): Promise<IssuedToken> {
    const claims = sessionClaims(
      content,
      epochSeconds(this.parts.clock) + this.lifetime('session', content.app),
    );
    return this.#signSession(claims);
  }

  /**
   * An ID token (OpenID Connect Core section 2).
   * @param claims everything but issuer and times
   */
  async id(generation: 1 | 2, app: App, claims: Record<string, unknown>): Promise<IssuedToken> {
    const { issuer, now, lifetime } = this.#dated(generation, this.lifetime('access', app, generation));
    const ring = generation === 1 ? this.parts.rings.generation1 : this.parts.rings.generation2;
    return issued(await signToken(ring, { iss: issuer, ...claims, iat: now, exp: now + lifetime }));
  }

  /** Issues any token, with or without deliberate defects. */
  async mint(kind: MintableKind, request?: unknown): Promise<IssuedToken> {
    if (!mintableKinds.includes(kind)) {
      throw new InvalidInput([
        { path: '$.kind', value: kind, message: `must be one of ${mintableKinds.join(', ')}` },
      ]);
    }
    const wanted = resolveTokenRequest(kind, request, this.parts.registry);
    const right = { ...this.#mintedClaims(kind, wanted), ...wanted.claims };
    const { claims, signature } = applyDefects(right, wanted.defects, epochSeconds(this.parts.clock));
    if (kind === 'session') {
      return wanted.defects.length === 0
        ? this.#signSession(claims)
        : issued(await signToken(this.parts.rings.session, claims, signature));
    }
    const ring = wanted.generation === 1 ? this.parts.rings.generation1 : this.parts.rings.generation2;
    return issued(await signToken(ring, claims, signature));
  }

  #mintedClaims(kind: MintableKind, wanted: ResolvedTokenRequest): TokenClaims {
    const { app, tenant, user, named, generation } = wanted;
    const lifetime = wanted.expiresIn ?? this.lifetime(kind, app, generation);
    if (kind === 'session') {
      return sessionClaims(
        { userId: user.id, tenantId: tenant.id },
        epochSeconds(this.parts.clock) + lifetime,
      );
    }
    if (kind === 'app') {
      const scopes = wanted.scopes ?? ['openid', 'profile', 'email'];
      return appClaims({ app, userId: user.id, tenantId: tenant.id, scopes }, this.#dated(2, lifetime));
    }
    const content: AccessTokenContent = {
      app,
      scopes: wanted.scopes ?? [],
      ...(named.user ? { userId: user.id } : {}),
      ...(named.tenant || named.user ? { tenantId: tenant.id } : {}),
    };
    return this.#accessClaims(generation, content, lifetime);
  }

  #accessClaims(generation: 1 | 2, content: AccessTokenContent, lifetime?: number): TokenClaims {
    const dated = this.#dated(generation, lifetime ?? this.lifetime('access', content.app, generation));
    return generation === 1
      ? accessClaimsGeneration1(content, dated)
      : accessClaimsGeneration2(content, dated);
  }

  #dated(generation: 1 | 2, lifetime: number): { issuer: string; now: number; lifetime: number; id: string } {
    const { issuerV1, issuerV2 } = this.parts.urls();
    const issuer = generation === 1 ? issuerV1 : issuerV2;
    return { issuer, now: epochSeconds(this.parts.clock), lifetime, id: this.parts.ids.next() };
  }

  async #signSession(wanted: TokenClaims): Promise<IssuedToken> {
    const claims = { ...wanted, exp: this.parts.refusals.freeSessionExpiry(wanted) };
    this.parts.refusals.noteSession(claims);
    await this.parts.save();
    return issued(await signToken(this.parts.rings.session, claims));
  }
}

function issued({ token, claims }: { token: string; claims: TokenClaims }): IssuedToken {
  return { token, claims, expiresAt: instantText(claims.exp) };
}
