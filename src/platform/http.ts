import type { ServerResponse } from 'node:http';
import { assumptions } from './assumption-table.ts';
import { optionOf, type AssumptionId } from './assumptions.ts';
import type { EmulatorConfig } from './config.ts';
import type { Finding } from './journal-entry.ts';
import { masked } from './masking.ts';

/**
 * Tells the developer, in addition to the platform's own terse body, what was wrong, the value, and what would be
 * right. The reason must never contain a token or secret; tokens and secrets that a client sent in a wrong place are
 * masked.
 */
export function setReason(response: ServerResponse, reason: string): void {
  const standing = standingReasons.get(response);
  const whole = standing === undefined ? reason : `${reason}; ${standing}`;
  response.setHeader('X-Emulator-Reason', headerText(masked(whole)));
}

const standingReasons = new WeakMap<ServerResponse, string>();

/** Sets a reason that stays: {@link setReason} adds to it. */
export function setStandingReason(response: ServerResponse, reason: string): void {
  const before = standingReasons.get(response);
  standingReasons.set(response, before === undefined ? reason : `${before}; ${reason}`);
  response.setHeader('X-Emulator-Reason', headerText(masked(standingReasons.get(response)!)));
}

const settingsOf = new WeakMap<ServerResponse, Pick<EmulatorConfig, 'assumptions' | 'profile'>>();

/** Sets the emulator whose settings apply to an answer; without it, assumptions have their default option. */
export function answerUnder(
  response: ServerResponse,
  settings: Pick<EmulatorConfig, 'assumptions' | 'profile'>,
): void {
  settingsOf.set(response, settings);
}

/** Marks an answer as resting on an assumption: `X-Emulator-Assumption: id=option`, several separated by commas. */
export function assume(response: ServerResponse, id: AssumptionId): void {
  const settings = settingsOf.get(response);
  const option = settings ? optionOf(id, settings) : assumptions[id].options[0].value;
  const before = response.getHeader('X-Emulator-Assumption');
  const rows = typeof before === 'string' ? before.split(', ') : [];
  const row = `${id}=${option}`;
  if (!rows.includes(row)) response.setHeader('X-Emulator-Assumption', [...rows, row].join(', '));
}

/** Header values are printable ASCII (RFC 9110 section 5.5); German letters are spelled out, the rest becomes `?`. */
function headerText(text: string): string {
  const spelled: Record<string, string> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    Ä: 'Ae',
    Ö: 'Oe',
    Ü: 'Ue',
    ß: 'ss',
    '–': '-',
    '’': "'",
  };
  return text
    .replace(/[^\x20-\x7e]/gu, (character) => spelled[character] ?? (/\s/.test(character) ? ' ' : '?'))
    .slice(0, 2000);
}

/** Facts that a service learns about a request while it serves it, for the journal, the log and the contract report. */
export interface ExchangeFacts {
  /** The service that answers. */
  service?: string;
  /** Span id of the request (16 hex digits) and id of its journal entry. */
  id?: string;
  tenantId?: string;
  appId?: string;
  operationId?: string;
  /** W3C trace id (32 hex digits): the caller's `traceparent`, or a new one. */
  traceId?: string;
  findings?: Finding[];
  stability?: string;
  scopes?: readonly (readonly string[])[];
  details?: Record<string, unknown>;
}

const facts = new WeakMap<ServerResponse, ExchangeFacts>();

/** Collects the facts about the request in an object of the caller. */
export function collectFacts(response: ServerResponse, into: ExchangeFacts): void {
  facts.set(response, into);
}

/** Adds facts about the request that the response answers. Findings are appended, other facts are overwritten. */
export function annotate(response: ServerResponse, more: ExchangeFacts): void {
  const known = facts.get(response);
  if (known === undefined) {
    facts.set(response, more);
    return;
  }
  const { findings } = known;
  Object.assign(known, more);
  if (findings && more.findings) known.findings = [...findings, ...more.findings];
}

/** @returns the facts that {@link annotate} collected so far */
export function factsOf(response: ServerResponse): Readonly<ExchangeFacts> {
  return facts.get(response) ?? {};
}
