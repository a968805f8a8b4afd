import { createRemoteJWKSet, jwtVerify } from 'jose';
import { PlatformError } from './platform-error.js';

/** Checks session tokens in both ways the platform offers. */
export class SessionVerifier {
  /** @type {{accessToken: string, keys: ReturnType<typeof createRemoteJWKSet>} | undefined} */
  #keySet;

  /**
   * @param {{apiBase: string}} config
   * @param {import('./access-tokens.js').AccessTokens} accessTokens
   */
  constructor(config, accessTokens) {
    this.apiBase = config.apiBase;
    this.accessTokens = accessTokens;
  }

  /**
   * @param {string} sessionToken what the page got from `getSessionToken`
   * @returns {Promise<{userId: string, tenantId: string}>} who opened the app, and where
   */
  async verify(sessionToken) {
    const { userId, tenantId } = await this.#verifyByKey(sessionToken);
    await this.#verifyByPlatform(sessionToken);
    return { userId, tenantId };
  }

  /** By signature: the keys are public, but only for apps, so fetching them needs an access token. */
  async #verifyByKey(sessionToken) {
    const accessToken = await this.accessTokens.current();
    if (this.#keySet?.accessToken !== accessToken) {
      const url = new URL(`${this.apiBase}/account/.well-known/jwks.json`);
      const headers = { Authorization: `Bearer ${accessToken}` };
      this.#keySet = { accessToken, keys: createRemoteJWKSet(url, { headers }) };
    }
    try {
      const { payload } = await jwtVerify(sessionToken, this.#keySet.keys, { algorithms: ['EdDSA'] });
      return payload;
    } catch (error) {
      throw new PlatformError(`the session token was refused: ${error.message}`, 401);
    }
  }

  /** By the platform: it also knows whether the app is still installed. */
  async #verifyByPlatform(sessionToken) {
    const response = await fetch(`${this.apiBase}/account/identity/session-token/validate`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await this.accessTokens.current()}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ sessionToken }),
    });
    if (!response.ok) throw await PlatformError.from('the Account Service', response);
    const { valid, reason } = await response.json();
    if (!valid) throw new PlatformError(`the session token was refused: ${reason}`, 401);
  }
}
