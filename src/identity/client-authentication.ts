import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { App } from '../platform/model.ts';
import type { Registry } from '../platform/registry.ts';
import { OAuthError } from './errors.ts';
import type { Parameters } from './form.ts';

/** The app that a request comes from, and whether its secret proves that. */
export interface Client {
  app: App;
  /** True: only the client id was sent, as a browser does (RFC 6749 section 2.1, public client). */
  isPublic: boolean;
}

/** How clients may authenticate, in the words of discovery documents. */
export const authenticationMethods = ['client_secret_basic', 'client_secret_post', 'none'] as const;

/**
 * Finds out which client a request is from (RFC 6749 section 2.3).
 * @param allowPublic whether a client id alone suffices, for apps whose manifest declares a public client
 * @throws OAuthError `invalid_client`, or `invalid_request` when two methods are used at once
 */
export function authenticateClient(
  request: IncomingMessage,
  form: Parameters,
  registry: Registry,
  allowPublic: boolean,
): Client {
  const basic = basicCredentials(request.headers.authorization);
  const formSecret = form.get('client_secret');
  const formId = form.get('client_id');
  if (basic && formSecret !== undefined) {
    throw new OAuthError(
      'invalid_request',
      'client credentials are both in the Authorization header and in the form; send them once',
    );
  }
  if (basic && formId !== undefined && formId !== basic.id) {
    throw new OAuthError(
      'invalid_request',
      `client id '${shownId(formId, registry)}' of the form differs from '${shownId(basic.id, registry)}' of the Authorization header`,
    );
  }
  const id = basic?.id ?? formId;
  if (id === undefined) {
    throw new OAuthError(
      'invalid_client',
      'no client authentication: send client id and secret by HTTP Basic, or as client_id and client_secret in the form',
    );
  }
  const app = registry.findAppByClientId(id);
  const secret = basic?.secret ?? formSecret;
  if (secret !== undefined) return { app: checkSecret(app, id, secret, registry), isPublic: false };
  return { app: checkPublic(app, id, allowPublic, registry), isPublic: true };
}

/**
 * Compares in constant time whether or not the client exists, so that timing reveals neither (RFC 6749 section
 * 10.10).
 */
function checkSecret(app: App | undefined, id: string, secret: string, registry: Registry): App {
  const right = timingSafeEqual(digest(secret), digest(app?.clientSecret ?? ''));
  if (!app) throw new OAuthError('invalid_client', unknownClient(id, registry));
  if (!right) {
    throw new OAuthError(
      'invalid_client',
      `wrong client secret for client '${id}' (${app.name}); 'jtl-emulator info' shows the right one`,
    );
  }
  return app;
}

function checkPublic(app: App | undefined, id: string, allowPublic: boolean, registry: Registry): App {
  if (!app) throw new OAuthError('invalid_client', unknownClient(id, registry));
  if (!allowPublic)
    throw new OAuthError('invalid_client', `client '${id}' sent no secret, and this request needs one`);
  if (!app.manifest.publicClient) {
    throw new OAuthError(
      'invalid_client',
      `client '${id}' sent no secret; without one only apps may sign users in whose manifest declares redirect URIs of a public client`,
    );
  }
  return app;
}

/** @returns the reason for a developer who sent an unknown client id */
export function unknownClient(id: string, registry: Registry): string {
  const known = `known client ids: ${registry.apps.map((app) => app.clientId).join(', ') || 'none'}`;
  return isSecret(id, registry)
    ? `a client secret was sent as client id; id and secret may be swapped; ${known}`
    : `no client '${id}' is registered; ${known}`;
}

/** A client may send its secret as the id by mistake, and reasons go to logs. */
function shownId(id: string, registry: Registry): string {
  return isSecret(id, registry) ? 'a client secret' : id;
}

/** Compares digests, so that timing does not reveal the secret. */
function isSecret(text: string, registry: Registry): boolean {
  const wanted = digest(text);
  return registry.apps.some((app) => wanted.equals(digest(app.clientSecret)));
}

/** Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1). */
function basicCredentials(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_-]*={0,2})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) {
    if (header !== undefined && !/^bearer /i.test(header)) {
      throw new OAuthError(
        'invalid_client',
        `the Authorization header is not HTTP Basic; send 'Basic ' and base64 of 'client id:client secret'`,
      );
    }
    return undefined;
  }
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0)
    throw new OAuthError(
      'invalid_client',
      `the Basic credentials have no ':' between client id and client secret`,
    );
  return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
