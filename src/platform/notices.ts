import type { ServerResponse } from 'node:http';
import { annotate, setStandingReason } from './http.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Log } from './log.ts';

/**
 * What a browser or proxy keeps from a developer without saying why: an answer that a page may not read (`origin`), a
 * request that a preflight stopped (`preflight`), a page that is not shown in a frame (`frame`), a cookie that does not
 * come back (`cookie`), and proxy headers that do not count (`forwarding`).
 */
export const noticeRules = ['origin', 'preflight', 'frame', 'cookie', 'forwarding'] as const;
export type NoticeRule = (typeof noticeRules)[number];

/** One such thing, however often it happened. */
export interface Notice {
  rule: NoticeRule;
  message: string;
  count: number;
  /** ISO 8601, by the emulator's clock. */
  first: string;
  last: string;
}

/** More than a developer reads; what comes later has the same few causes. */
const notedAtMost = 100;

/** Collects notices from journal entries, and logs each of them once. */
export class Notices {
  readonly #noted = new Map<string, Notice>();
  /** Survives {@link clear}: the log is not forgotten with the journal. */
  readonly #logged = new Set<string>();

  constructor(private readonly log: Log) {}

  /** In the order in which they came up. */
  get list(): Notice[] {
    return [...this.#noted.values()];
  }

  count({ findings = [], time }: JournalEntry): void {
    for (const { rule, message } of findings) {
      const known = noticeRules.find((one) => rule === findingRule(one));
      if (known !== undefined) this.#note(known, message, time);
    }
  }

  clear(): void {
    this.#noted.clear();
  }

  #note(rule: NoticeRule, message: string, time: string): void {
    const before = this.#noted.get(message);
    if (before !== undefined) Object.assign(before, { count: before.count + 1, last: time });
    else if (this.#noted.size < notedAtMost) {
      this.#noted.set(message, { rule, message, count: 1, first: time, last: time });
      if (this.#logged.has(message) || this.#logged.size >= notedAtMost) return;
      this.#logged.add(message);
      this.log.warn({ reason: message }, message);
    }
  }
}

/** Says of an answer, in its reason header and in the journal, what its client will not be told. */
export function remark(response: ServerResponse, rule: NoticeRule, message: string): void {
  if (!response.headersSent) setStandingReason(response, message);
  annotate(response, { findings: [noticeFinding(rule, message)] });
}

/** @returns the finding of a journal entry that makes a notice */
export function noticeFinding(rule: NoticeRule, message: string) {
  return { rule: findingRule(rule), severity: 'advice', message } as const;
}

function findingRule(rule: NoticeRule): string {
  return `notice-${rule}`;
}
