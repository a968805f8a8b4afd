import { createHash } from 'node:crypto';
import type { AssumptionId } from '../../platform/assumptions.ts';
import type { TenantData } from '../store/tenant-data.ts';
import { ApiError } from './access/api-errors.ts';

/** How many answers are kept for each tenant; the oldest go first. */
const keptAnswers = 2000;

/** How long a key may be, as the pages of REST 2.3 state it. */
const keyLength = { least: 1, most: 255 } as const;

/** Changes the tenant's data, all or nothing. */
export type Write = <T>(work: (data: TenantData) => T) => Promise<T>;

/** A write that may be repeated under its key. */
export interface KeyedWrite {
  /** The key as the client sent it. */
  readonly key: string;
  /** The app and the operation: the same key of another app or operation is another write. */
  readonly scope: string;
  /** The payload of the client; a repeat has the same one. */
  readonly payload: string | Uint8Array;
  /** For reading. */
  readonly data: TenantData;
  readonly write: Write;
}

/** An answer as the tenant's data keep it. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** Base64. */
  body?: string;
  assumptions: AssumptionId[];
}

/** How the answers of one transport are stored and read again. */
export interface AnswerStorage<A> {
  store(answer: A): StoredAnswer;
  restore(stored: StoredAnswer): A;
}

interface RunningWrite<A> {
  readonly fingerprint: string;
  readonly answer: Promise<A>;
}

interface Mark {
  readonly id: number;
  readonly answer?: StoredAnswer;
}

/**
 * @param field where the key stands, for the refusal: the header's name, or the path of an input field
 * @throws ApiError 400 for a key that is too long or empty
 */
export function checkKey(field: string, key: string): void {
  const { least, most } = keyLength;
  if (key.length >= least && key.length <= most) return;
  const message = `The length must be between ${least} and ${most} characters.`;
  throw new ApiError({
    status: 400,
    code: 'ValidationError',
    message: `${field}: ${message}`,
    reason: `'${field}' has ${key.length} characters; an idempotency key has ${least} to ${most}`,
    fields: [{ field, message }],
  });
}

/**
 * Answers a repeated write with the first write's answer instead of doing it again (`Idempotency-Key`, platform.md
 * section 5). The tenant's data keep the key together with the write and the answer after it: a write repeated after a
 * crash is not done twice either, and a write that a snapshot undid can be done again. A refused write can be tried again
 * under its key. Of writes that arrive together, one is done and the others wait for its answer.
 */
export class IdempotentWrites<A> {
  readonly #running = new WeakMap<TenantData, Map<string, RunningWrite<A>>>();

  constructor(private readonly storage: AnswerStorage<A>) {}

  /**
   * @param act does the write with the function it is given, and makes the answer
   * @throws ApiError 422 when the key came with another payload before, 409 when its write was done but never answered
   */
  async run(
    keyed: KeyedWrite,
    act: (write: Write) => Promise<A>,
  ): Promise<{ readonly answer: A; readonly wasReplayed: boolean }> {
    const { key, data } = keyed;
    const mark = { name: hash(`${keyed.scope} ${key}`), fingerprint: hash(keyed.payload) };
    let running = this.#running.get(data);
    if (!running) this.#running.set(data, (running = new Map()));
    const known = running.get(mark.name) ?? data.of('idempotentWrite').findUnique('name', mark.name);
    if (known) {
      if (known.fingerprint !== mark.fingerprint) throw keyReused(key);
      if (known.answer instanceof Promise) return { answer: await known.answer, wasReplayed: true };
      if (known.answer === undefined) throw neverAnswered(key);
      return { answer: this.storage.restore(known.answer), wasReplayed: true };
    }
    const answer = this.#perform(keyed, mark, act);
    running.set(mark.name, { fingerprint: mark.fingerprint, answer });
    try {
      return { answer: await answer, wasReplayed: false };
    } finally {
      running.delete(mark.name);
    }
  }

  async #perform(
    { data, write }: KeyedWrite,
    mark: { name: string; fingerprint: string },
    act: (write: Write) => Promise<A>,
  ): Promise<A> {
    try {
      const answer = await act((work) =>
        write((changed) => {
          const result = work(changed);
          marked(changed, mark);
          return result;
        }),
      );
      await write((changed) => {
        changed.update('idempotentWrite', marked(changed, mark).id, { answer: this.storage.store(answer) });
        forgetOldest(changed);
      });
      return answer;
    } catch (error) {
      const mine = data.of('idempotentWrite').findUnique('name', mark.name);
      if (mine) await write((changed) => changed.delete('idempotentWrite', mine.id));
      throw error;
    }
  }
}

/** @returns the mark of a write, set if it is not there yet */
function marked(data: TenantData, mark: { name: string; fingerprint: string }): Mark {
  return data.of('idempotentWrite').findUnique('name', mark.name) ?? data.insert('idempotentWrite', mark);
}

function forgetOldest(data: TenantData): void {
  const marks = data.of('idempotentWrite');
  const oldest = marks.values().next().value as Mark | undefined;
  if (marks.size > keptAnswers && oldest !== undefined) data.delete('idempotentWrite', oldest.id);
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function keyReused(key: string): ApiError {
  return new ApiError({
    status: 422,
    code: 'IdempotencyKeyReused',
    message: 'The idempotency key was used for another request.',
    reason: `the idempotency key '${key}' came with another payload before; use a new key for each new write`,
    assumptions: ['idempotency-key'],
  });
}

function neverAnswered(key: string): ApiError {
  return new ApiError({
    status: 409,
    code: 'IdempotentWriteInterrupted',
    message: 'The request with this idempotency key was interrupted.',
    reason: `the write under the idempotency key '${key}' was done, but the emulator ended before it was answered; read what it changed instead of repeating it`,
    assumptions: ['idempotency-key'],
  });
}
