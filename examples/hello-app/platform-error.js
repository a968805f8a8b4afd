/** A refusal by the platform, passed on to the app's own pages. */
export class PlatformError extends Error {
  /**
   * @param {string} message
   * @param {number} status what the app itself answers
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }

  /**
   * @param {string} service who refused
   * @param {Response} response
   */
  static async from(service, response) {
    const body = (await response.text()).slice(0, 300);
    return new PlatformError(`${service} answered ${response.status}: ${body}`, 502);
  }
}
