import { PlatformError } from './platform-error.js';

/** Seconds before its expiry from which a token is not used any more. */
const safetySeconds = 60;

/** The app's own access token, by client credentials (OAuth 2.0, RFC 6749 section 4.4), fetched once and kept. */
export class AccessTokens {
  /** @type {{token: string, usableUntil: number} | undefined} */
  #kept;

  /** @param {{clientId: string, clientSecret: string, authBase: string}} config */
  constructor(config) {
    this.config = config;
  }

  /**
   * Sends a request with the app's token. The platform may refuse a stored one, for example after a key was removed;
   * then the request is repeated with a new token.
   * @param {string} url
   * @param {{method?: string, headers?: Record<string, string>, body?: string}} [request]
   * @returns {Promise<Response>}
   */
  async send(url, request = {}) {
    const response = await this.#sendOnce(url, request);
    if (response.status !== 401) return response;
    this.#kept = undefined;
    return this.#sendOnce(url, request);
  }

  async #sendOnce(url, request) {
    const headers = { ...request.headers, Authorization: `Bearer ${await this.#current()}` };
    return fetch(url, { ...request, headers });
  }

  async #current() {
    if (this.#kept === undefined || this.#kept.usableUntil <= Date.now()) this.#kept = await this.#fetch();
    return this.#kept.token;
  }

  async #fetch() {
    const { clientId, clientSecret, authBase } = this.config;
    const response = await fetch(`${authBase}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok) throw await PlatformError.from('the Identity Provider', response);
    const { access_token: token, expires_in: seconds } = await response.json();
    return { token, usableUntil: Date.now() + (seconds - safetySeconds) * 1000 };
  }
}
