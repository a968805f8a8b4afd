import type { ServerResponse } from 'node:http';
import { annotate, setStandingReason } from './http.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Log } from './log.ts';

/**
 * Problems that browsers, proxies and the emulator's options hide from a developer: an answer that a page may not read (`origin`), a request that a preflight
 * stopped (`preflight`), a page that is not shown in a frame (`frame`), a cookie that does not come back (`cookie`), proxy
 * headers that do not count (`forwarding`), and a scope that the platform would refuse (`scope`).
 */
export const noticeRules = ['origin', 'preflight', 'frame', 'cookie', 'forwarding', 'scope'] as const;
export type NoticeRule = (typeof noticeRules)[number];

/** One such problem, regardless of how often it occurred. */
export interface Notice {
  rule: NoticeRule;
  message: string;
  count: number;
  /** ISO 8601, by the emulator's clock. */
  first: string;
  last: string;
}

/** Limit of notices; later ones have the same few causes. */
const notedAtMost = 100;

/** Collects notices from journal entries, and logs each of them once. */
export class Notices {
  readonly #noted = new Map<string, Notice>();
  /** Kept by {@link clear}: clearing the journal does not clear the log. */
  readonly #logged = new Set<string>();

  constructor(private readonly log: Log) {}

  /** In the order of their first occurrence. */
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

/** Adds to an answer's reason header and journal entry the problem that its client will not see. */
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
