import type { Clock } from '../../tokens/clock.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import type { CodeYield, StoredCode } from './authorization-codes.ts';
import { DeviceCodes } from './device-codes.ts';
import type { DeviceRequest } from './device-codes.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import type { StoredRefreshTokens } from './refresh-tokens.ts';

/** The authorizations of users, in the form that is stored. */
export interface StoredGrants {
  refreshTokens: StoredRefreshTokens;
  codes: { generation1: StoredCode[]; generation2: StoredCode[] };
  deviceCodes: DeviceRequest[];
}

/** All codes and refresh tokens that can be exchanged for tokens. */
export class Grants {
  readonly refreshTokens: RefreshTokens;
  /** Each generation accepts only its own codes. */
  readonly codes: Readonly<Record<'generation1' | 'generation2', AuthorizationCodes>>;
  readonly deviceCodes: DeviceCodes;

  /** @param revoke called with access tokens whose code or refresh token was revoked */
  constructor(
    clock: Clock,
    revoke: (accessTokens: readonly [id: string, expiry: number][]) => void,
    stored: Partial<StoredGrants> = {},
  ) {
    this.refreshTokens = new RefreshTokens(clock, revoke, stored.refreshTokens);
    const end = ({ accessToken, familyId }: CodeYield): void => {
      if (familyId !== undefined) this.refreshTokens.revokeFamily(familyId);
      revoke([accessToken]);
    };
    this.codes = {
      generation1: new AuthorizationCodes(clock, end, stored.codes?.generation1),
      generation2: new AuthorizationCodes(clock, end, stored.codes?.generation2),
    };
    this.deviceCodes = new DeviceCodes(clock, stored.deviceCodes);
  }

  /** Ends the authorizations of one client, or of all; a later client with the same id does not inherit them. */
  forget(clientId?: string): void {
    this.refreshTokens.forget(clientId);
    this.codes.generation1.forget(clientId);
    this.codes.generation2.forget(clientId);
    this.deviceCodes.forget(clientId);
  }

  export(): StoredGrants {
    return {
      refreshTokens: this.refreshTokens.export(),
      codes: { generation1: this.codes.generation1.export(), generation2: this.codes.generation2.export() },
      deviceCodes: this.deviceCodes.export(),
    };
  }
}
