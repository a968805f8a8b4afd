import { annotate, assume } from '../platform/http.ts';
import type { User, UserSettings } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange, Route } from '../platform/routes.ts';
import { callingSession } from './callers.ts';
import { AccountError } from './errors.ts';
import { readJsonObject } from './fields.ts';

/**
 * How the pages of the platform look for the user that a session token names. Field names are known, values are ours.
 */
export function userSettingsEndpoint(platform: Platform): Route['methods'] {
  const answer = async (
    { request, response }: Exchange,
    change: () => Promise<Partial<UserSettings>>,
  ): Promise<void> => {
    const { userId, tenantId } = await callingSession(platform, request);
    annotate(response, { tenantId });
    assume(response, 'user-settings-values');
    const { registry } = platform;
    const wanted = await change();
    const before = registry.user(userId);
    const user = Object.keys(wanted).length === 0 ? before : await registry.changeSettings(userId, wanted);
    answerJson(response, 200, { id: user.id, ...settingsOf(user) }, { 'Cache-Control': 'no-store' });
  };
  return {
    GET: (exchange) => answer(exchange, () => Promise.resolve({})),
    PUT: (exchange) => answer(exchange, async () => changeFrom(await readJsonObject(exchange.request))),
  };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** The allowed values of each setting. Other members of a body are ignored. */
const allowed: Readonly<Record<keyof UserSettings, { fits: (value: unknown) => boolean; message: string }>> =
  {
    theme: {
      fits: (value) => ['light', 'dark', 'system'].includes(String(value)),
      message: 'must be light, dark or system',
    },
    applicationLanguage: { fits: isText, message: 'must be a language such as de' },
    userTimezone: { fits: isText, message: 'must be a time zone such as Europe/Berlin' },
    notationCurrency: { fits: isText, message: 'must be a currency such as EUR' },
    printer: { fits: (value) => value === null || isText(value), message: 'must be a printer or null' },
  };

/** @throws AccountError 400 naming every setting with a wrong value */
function changeFrom(body: Record<string, unknown>): Partial<UserSettings> {
  const given = Object.entries(allowed).filter(([name]) => name in body);
  const wrong = given.filter(([name, { fits }]) => !fits(body[name]));
  if (wrong.length > 0) {
    throw new AccountError(
      400,
      Object.fromEntries(wrong.map(([name, { message }]) => [name, [`'${name}' ${message}.`]])),
      wrong
        .map(([name, { message }]) => `${name} is ${JSON.stringify(body[name])} and ${message}`)
        .join('; '),
    );
  }
  return Object.fromEntries(given.map(([name]) => [name, body[name]]));
}

/** The settings of a new account, with the changes of the user. */
function settingsOf({ locale, settings }: User): UserSettings {
  return {
    theme: 'light',
    applicationLanguage: locale.slice(0, 2),
    userTimezone: 'Europe/Berlin',
    notationCurrency: 'EUR',
    printer: null,
    ...settings,
  };
}
