import type { AssumptionChoices } from './assumption-table.ts';
import type { ErpVersion } from './erp-versions.ts';
import type { Lifetimes } from './model.ts';

/**
 * Treatment of input that the real platform ignores: ignored (`real`), ignored with a warning (`teach`), or refused
 * (`strict`).
 */
export type Profile = 'real' | 'teach' | 'strict';
export type { ErpVersion };

/** Settings of the services' behaviour, from the CLI's flags and `startEmulator()`'s options. */
export interface EmulatorConfig {
  erpVersion: ErpVersion;
  profile: Profile;
  /** False: every installed app may call every operation (`--no-scopes`). */
  enforceScopes: boolean;
  /** True: `application/json; charset=utf-8` is accepted, unlike on the real ERP API (`--accept-charset`). */
  acceptCharset: boolean;
  /** False: registrations of on-premise apps wait until a user accepts them. */
  acceptRegistrations: boolean;
  /** `first`: `setupCompleted` exists on a frame's first bridge only, as on the real platform; `every`: on all. */
  setupMethodsOn: 'first' | 'every';
  /** True: a filter before the gateway refuses bodies with HTML in them, as seen on the real platform; a switch. */
  refuseHtml: boolean;
  /** Names beside its own that the emulator's API and pages answer under (`--allow-host`), in lower case. */
  allowHosts: readonly string[];
  /** Options of assumptions chosen by `--assume` or the control API, by id. */
  assumptions: AssumptionChoices;
  /** Lifetimes from `--ttl`; {@link defaultLifetimes} has the others. */
  lifetimes: Lifetimes;
  /** `--issuer-v1`, `--issuer-v2`; default: derived from the base URL. */
  issuerV1?: string;
  issuerV2?: string;
}

export const defaultConfig: EmulatorConfig = {
  erpVersion: '2.1',
  profile: 'real',
  enforceScopes: true,
  acceptCharset: false,
  refuseHtml: false,
  acceptRegistrations: true,
  setupMethodsOn: 'first',
  allowHosts: [],
  assumptions: {},
  lifetimes: {},
};

/** Every setting; the type makes the list complete. */
const settings: Record<keyof EmulatorConfig, true> = {
  erpVersion: true,
  profile: true,
  enforceScopes: true,
  acceptCharset: true,
  acceptRegistrations: true,
  setupMethodsOn: true,
  refuseHtml: true,
  allowHosts: true,
  assumptions: true,
  lifetimes: true,
  issuerV1: true,
  issuerV2: true,
};

/** @returns the settings among some options, with defaults for missing ones */
export function settingsAmong(options: Partial<EmulatorConfig>): EmulatorConfig {
  const given = Object.entries(options).filter(
    ([name, value]) => value !== undefined && Object.hasOwn(settings, name),
  );
  return { ...defaultConfig, ...(Object.fromEntries(given) as Partial<EmulatorConfig>) };
}

/**
 * Seconds. Access tokens of generation 1 are valid for about a day, those of generation 2 for half a day (platform.md 2
 * and 3); session tokens are short-lived, 300 s is our choice.
 */
export const defaultLifetimes = {
  access: 86_399,
  accessGeneration2: 43_199,
  session: 300,
  app: 43_199,
  refresh: 30 * 86_400,
} as const;

/** The longest lifetime of a token, in seconds: 100 years, so that its dates have four-digit years. */
export const longestLifetime = 100 * 366 * 86_400;

/** The emulator's addresses, known once it listens. No trailing slashes. */
export interface Urls {
  /** `http://127.0.0.1:5850`, or `--public-url`. */
  base: string;
  /** `--public-url`, if given; the URLs in answers then begin with it regardless of proxies. */
  publicUrl?: string;
  /** Issuer of generation 1. */
  issuerV1: string;
  /** Issuer of generation 2. */
  issuerV2: string;
}

/** Issuers of the real platform (platform.md sections 2 and 3), for apps that talk to its real hosts. */
export const realIssuers = {
  issuerV1: 'https://auth.jtl-cloud.com',
  issuerV2: 'https://id.jtl-cloud.com',
} as const;

/**
 * @param base the base URL without a trailing slash
 * @param isPublic whether `--public-url` gave it
 * @returns the URLs that follow from it and from the configured issuers
 */
export function urlsFor(
  base: string,
  isPublic: boolean,
  config: Pick<EmulatorConfig, 'issuerV1' | 'issuerV2'>,
): Urls {
  const issuerV1 = config.issuerV1 ?? base;
  const issuerV2 = config.issuerV2 ?? `${base}/id`;
  return { base, ...(isPublic && { publicUrl: base }), issuerV1, issuerV2 };
}
