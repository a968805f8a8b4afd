import type { DeviceRequest } from '../../platform/grants/device-codes.ts';
import { epochSeconds } from '../../tokens/clock.ts';
import { OAuthError } from '../errors.ts';
import { required } from '../form.ts';
import { issueUserTokens } from '../user-tokens.ts';
import type { Grant } from './grant.ts';

/** A device polls for the tokens of the user who signs in for it (RFC 8628 section 3.4). */
export const deviceCode: Grant = {
  type: 'urn:ietf:params:oauth:grant-type:device_code',
  allowsPublicClients: true,
  async exchange({ platform, generation, client, form }) {
    const codes = platform.tokens.grants.deviceCodes;
    const code = required(form, 'device_code');
    const request = codes.find(code);
    if (!request || request.clientId !== client.app.clientId) {
      throw new OAuthError(
        'invalid_grant',
        `the device code is unknown for client '${client.app.clientId}'; it works once`,
      );
    }
    const now = epochSeconds(platform.clock);
    if (request.expiresAt <= now)
      throw new OAuthError('expired_token', 'the device code has expired; ask for a new one');
    if (request.outcome === undefined) throw stillWaiting(request, now);
    codes.remove(code);
    if (request.outcome === 'denied') throw new OAuthError('access_denied', 'the user declined');
    return issueUserTokens(platform, generation, client.app, request.outcome);
  },
};

/** Records the poll. @returns the error for the device */
function stillWaiting(request: DeviceRequest, now: number): OAuthError {
  const early = request.lastPoll !== undefined && now - request.lastPoll < request.interval;
  request.lastPoll = now;
  if (!early)
    return new OAuthError('authorization_pending', `no user has entered the code '${request.userCode}' yet`);
  request.interval += 5;
  return new OAuthError(
    'slow_down',
    `the device polls too often; from now on wait ${request.interval} s between requests`,
  );
}
