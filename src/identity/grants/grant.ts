import type { ServerResponse } from 'node:http';
import type { Platform } from '../../platform/platform.ts';
import type { Client } from '../client-authentication.ts';
import type { Parameters } from '../form.ts';
import type { Generation } from '../generation.ts';

/** The values that a grant works with. */
export interface GrantContext {
  platform: Platform;
  generation: Generation;
  client: Client;
  form: Parameters;
  response: ServerResponse;
}

/** A successful token answer (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3). */
export interface TokenAnswer {
  access_token: string;
  token_type: 'bearer' | 'Bearer';
  /** Seconds. */
  expires_in: number;
  scope: string;
  refresh_token?: string;
  id_token?: string;
}

/** A grant type. */
export interface Grant {
  /** The value of `grant_type`. */
  type: string;
  /** Whether a client without a secret may use it. */
  allowsPublicClients: boolean;
  /** @throws OAuthError */
  exchange(context: GrantContext): Promise<TokenAnswer>;
}
