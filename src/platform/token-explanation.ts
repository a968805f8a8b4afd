import { audiences, instantText, readToken } from '../tokens/claims.ts';
import type { ReadToken, TokenClaims } from '../tokens/claims.ts';
import { checkIssuer, checkTimes, verifySignature } from '../tokens/verify.ts';
import type { TrustedRing } from '../tokens/verify.ts';
import { checkAudience } from './token-audience.ts';
import type { Urls } from './config.ts';
import type { App, Installation } from './model.ts';
import type { Registry } from './registry.ts';
import { apiScopes, appClaim, kindOf, scopesOf, tenantClaim } from './token-claims.ts';
import type { TokenKind } from './token-claims.ts';

/** One check of a service, and its result. */
export interface TokenCheck {
  check:
    | 'form'
    | 'kind'
    | 'signature'
    | 'issuer'
    | 'audience'
    | 'app'
    | 'clock'
    | 'tenant'
    | 'installation'
    | 'scopes';
  ok: boolean;
  /** For the developer: the observation, and if it is wrong, what would be right. */
  message: string;
}

/** Why a token is or is not accepted. */
export interface TokenExplanation {
  accepted: boolean;
  kind: TokenKind | 'unknown';
  /** The claims of the token, verified or not; null if it cannot be read. */
  claims: TokenClaims | null;
  checks: TokenCheck[];
}

/** The values that an explanation needs beside the token. */
export interface ExplanationContext {
  registry: Registry;
  /** Seconds since the epoch. */
  now: number;
  urls: Urls;
  trusted: readonly TrustedRing[];
  /** @throws TokenError if the token is revoked or was expired on request */
  checkRefusals: (kind: TokenKind, claims: TokenClaims) => void;
}

/** A token with its decoded parts. */
interface Subject {
  read: ReadToken;
  kind: TokenKind | undefined;
  app: App | undefined;
  tenantId: string | undefined;
  context: ExplanationContext;
}

/**
 * Runs every check that the services make, and continues after a failed one.
 * @param token a compact JWT of any origin
 */
export async function explainToken(token: string, context: ExplanationContext): Promise<TokenExplanation> {
  let read: ReadToken;
  try {
    read = readToken(token);
  } catch (error) {
    const form: TokenCheck = { check: 'form', ok: false, message: messageOf(error) };
    return { accepted: false, kind: 'unknown', claims: null, checks: [form] };
  }
  const kind = guessKind(read);
  const { claims } = read;
  const subject: Subject = {
    read,
    kind,
    app: appOf(claims, context.registry),
    tenantId: tenantIdOf(claims),
    context,
  };
  const checks = [await signature(token, subject), ...otherChecks.flatMap((check) => check(subject) ?? [])];
  return { accepted: checks.every((check) => check.ok), kind: kind ?? 'unknown', claims, checks };
}

async function signature(token: string, { context }: Subject): Promise<TokenCheck> {
  try {
    const { key, ring } = await verifySignature(token, context.trusted);
    const age = key.retiredAt === undefined ? 'the active key' : 'an earlier key, still accepted,';
    const message = `signed with ${age} '${key.kid}' of ring ${ring.name} (${key.algorithm})`;
    return { check: 'signature', ok: true, message };
  } catch (error) {
    return failed('signature', error);
  }
}

const otherChecks: readonly ((subject: Subject) => TokenCheck | undefined)[] = [
  function knownKind({ kind }) {
    if (kind === undefined)
      return { check: 'kind', ok: false, message: 'neither an access, app nor session token' };
    if (kind !== 'id') return undefined;
    return {
      check: 'kind',
      ok: false,
      message: 'an ID token is for the app alone; send the access token beside it',
    };
  },
  function issuer({ read: { claims, header }, kind, context }) {
    if (kind === 'session') return { check: 'issuer', ok: true, message: 'a session token names no issuer' };
    const signer = context.trusted.find(({ ring }) => header.kid !== undefined && ring.find(header.kid));
    const { issuerV1, issuerV2 } = context.urls;
    const expected = signer?.issuer ?? (claims.iss === issuerV2 ? issuerV2 : issuerV1);
    return attempt('issuer', `'${expected}'`, () => checkIssuer(claims, expected));
  },
  function audience({ read: { claims }, kind, app, context }) {
    if (kind === 'session')
      return { check: 'audience', ok: true, message: 'a session token names no audience' };
    if (!app) return undefined;
    return attempt('audience', audiences(claims).join(', ') || 'none named, none needed', () =>
      checkAudience(claims, app, context.urls),
    );
  },
  function appCheck({ read: { claims }, kind, app }) {
    if (kind === 'session') return { check: 'app', ok: true, message: 'a session token belongs to no app' };
    const named = String(claims[appClaim] ?? claims['client_id'] ?? 'none');
    if (!app)
      return {
        check: 'app',
        ok: false,
        message: `no registered app '${named}'; register it, or use the id of one that is`,
      };
    return { check: 'app', ok: true, message: `${app.name} (app id ${app.id}, client id ${app.clientId})` };
  },
  function clock({ read: { claims }, kind, context }) {
    const until = `valid until ${instantText(claims.exp)}, the emulator's clock says ${instantText(context.now)}`;
    return attempt('clock', until, () => {
      checkTimes(claims, context.now);
      if (kind) context.checkRefusals(kind, claims);
    });
  },
  function tenant({ kind, tenantId, context: { registry } }) {
    if (tenantId === undefined) {
      return {
        check: 'tenant',
        ok: kind !== 'session',
        message: 'names no tenant; requests name it in X-Tenant-ID',
      };
    }
    const found = registry.findTenant(tenantId);
    if (found) return { check: 'tenant', ok: true, message: `${found.name} (${found.slug}, ${found.id})` };
    return {
      check: 'tenant',
      ok: false,
      message: `no tenant '${tenantId}'; known: ${registry.tenants.map((one) => one.slug).join(', ')}`,
    };
  },
  function installation({ app, kind, tenantId, context: { registry } }) {
    if (kind === 'session')
      return { check: 'installation', ok: true, message: sessionInstallations(tenantId, registry) };
    if (!app) return undefined;
    const installed = relevantInstallations(app, tenantId, registry);
    if (installed.length > 0)
      return {
        check: 'installation',
        ok: true,
        message: `installed in ${installed.map((one) => placeOf(one, registry)).join(', ')}`,
      };
    const where = tenantId === undefined ? 'in no tenant' : `not in tenant ${tenantId}`;
    return {
      check: 'installation',
      ok: false,
      message: `${app.name} is installed ${where}; install it there first`,
    };
  },
  function scopes({ read: { claims }, app, kind, tenantId, context: { registry } }) {
    if (kind === 'session' || !app) return undefined;
    const asked = apiScopes(scopesOf(claims));
    const granted = [...new Set(relevantInstallations(app, tenantId, registry).flatMap((one) => one.scopes))];
    if (asked.length === 0)
      return {
        check: 'scopes',
        ok: true,
        message: `all that the installation grants: ${granted.join(' ') || 'none'}`,
      };
    const missing = asked.filter((scope) => !granted.includes(scope));
    if (missing.length === 0) return { check: 'scopes', ok: true, message: asked.join(' ') };
    return {
      check: 'scopes',
      ok: false,
      message: `not granted at installation: ${missing.join(' ')}; add them to the manifest and install the app again`,
    };
  },
];

/** Uses the claims alone, because a token of a foreign key belongs to no ring. */
function guessKind({ header, claims }: ReadToken): TokenKind | undefined {
  if (claims['userId'] !== undefined && claims.iss === undefined) return 'session';
  return header.alg === 'EdDSA' ? 'session' : kindOf('generation2', claims);
}

function appOf(claims: TokenClaims, registry: Registry): App | undefined {
  const names = [claims[appClaim], claims['client_id'], ...audiences(claims)];
  for (const name of names) {
    const app = typeof name === 'string' ? registry.findApp(name) : undefined;
    if (app) return app;
  }
  return undefined;
}

function tenantIdOf(claims: TokenClaims): string | undefined {
  const id = claims[tenantClaim] ?? claims['tenantId'];
  return id === undefined ? undefined : String(id);
}

function relevantInstallations(app: App, tenantId: string | undefined, registry: Registry): Installation[] {
  return registry.installations.filter(
    (one) => one.appId === app.id && (tenantId === undefined || one.tenantId === tenantId),
  );
}

function sessionInstallations(tenantId: string | undefined, registry: Registry): string {
  const apps = registry.installations
    .filter((one) => one.tenantId === tenantId)
    .map((one) => registry.findApp(one.appId)?.name);
  return `good for the apps installed in the tenant: ${apps.join(', ') || 'none'}`;
}

function placeOf(installation: Installation, registry: Registry): string {
  const slug = registry.findTenant(installation.tenantId)?.slug ?? installation.tenantId;
  return installation.status === 'SETUP_PENDING' ? `${slug} (setup pending)` : slug;
}

function attempt(check: TokenCheck['check'], fine: string, test: () => void): TokenCheck {
  try {
    test();
    return { check, ok: true, message: fine };
  } catch (error) {
    return failed(check, error);
  }
}

function failed(check: TokenCheck['check'], error: unknown): TokenCheck {
  return { check, ok: false, message: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
