/** A rule of the contract report. */
export interface ContractRule {
  severity: 'violation' | 'advice';
  /** The behaviour of an app that follows the rule. */
  title: string;
}

export const contractRules = {
  'undocumented-name': {
    severity: 'violation',
    title: 'Sends only parameters and properties that the contract has',
  },
  'invalid-request': {
    severity: 'violation',
    title: 'Sends values of the right type and everything required',
  },
  'unknown-operation': { severity: 'violation', title: 'Calls only operations that exist' },
  'scope-undeclared': { severity: 'violation', title: 'Declares every scope it uses in its manifest' },
  'token-not-cached': { severity: 'violation', title: 'Uses an access token until it expires' },
  'expired-token': { severity: 'violation', title: 'Sends no token that has expired' },
  'session-not-validated': { severity: 'violation', title: 'Validates the session tokens it asks for' },
  'unstable-operation': { severity: 'advice', title: 'Keeps off deprecated, alpha and draft operations' },
  'missing-header': { severity: 'advice', title: 'Names itself by X-AppID and X-AppVersion' },
  'scope-unneeded': { severity: 'advice', title: 'Asks for no scope it does not use' },
  'repeated-handshakes': { severity: 'advice', title: 'Completes one handshake for each bridge it uses' },
  'small-pages': { severity: 'advice', title: 'Reads long lists in large pages' },
  'one-by-one': { severity: 'advice', title: 'Reads many records in one request' },
} as const satisfies Record<string, ContractRule>;

export type ContractRuleId = keyof typeof contractRules;

/** Limit of an app's token requests within a minute: enough for several test processes with a cache each. */
export const tokenRequestsPerMinute = 20;
/** A page of at most this size counts as small once so many pages of one list were read. */
export const smallPage = { size: 25, pages: 10 };
/** Reads of single records by one operation within so many milliseconds. */
export const burst = { reads: 10, milliseconds: 5000 };
