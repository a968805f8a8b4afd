import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { PlatformError } from './platform-error.js';

/** Checks session tokens in both ways the platform offers. */
export class SessionVerifier {
  /** @type {ReturnType<typeof createLocalJWKSet> | undefined} */
  #keys;

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

  /** By signature. A key that is not known yet may be new: the set is fetched once more before the token is refused. */
  async #verifyByKey(sessionToken) {
    const check = async () => {
      this.#keys ??= await this.#fetchKeys();
      return (await jwtVerify(sessionToken, this.#keys, { algorithms: ['EdDSA'] })).payload;
    };
    try {
      return await check().catch((error) => {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        this.#keys = undefined;
        return check();
      });
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      throw new PlatformError(`the session token was refused: ${error.message}`, 401);
    }
  }

  /** The keys are shown to apps only, so fetching them needs the app's access token. */
  async #fetchKeys() {
    const response = await this.accessTokens.send(`${this.apiBase}/account/.well-known/jwks.json`);
    if (!response.ok) throw await PlatformError.from('the Account Service', response);
    return createLocalJWKSet(await response.json());
  }

  /** By the platform: it also knows whether the app is still installed. */
  async #verifyByPlatform(sessionToken) {
    const response = await this.accessTokens.send(`${this.apiBase}/account/identity/session-token/validate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sessionToken }),
    });
    if (!response.ok) throw await PlatformError.from('the Account Service', response);
    const { valid, reason } = await response.json();
    if (!valid) throw new PlatformError(`the session token was refused: ${reason}`, 401);
  }
}
