import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { IdempotentWrite } from '../areas/system/schema/system.ts';
import type { TenantData } from '../store/tenant-data.ts';
import type { RenderedAnswer } from './answer-writer.ts';
import type { Call } from '../wire/rest/call.ts';
import { ApiError } from '../wire/access/api-errors.ts';

/** How many answers are kept for each tenant; the oldest go first. */
const keptAnswers = 2000;

type StoredAnswer = NonNullable<IdempotentWrite['answer']>;

interface UnderWay {
  readonly fingerprint: string;
  readonly answer: Promise<RenderedAnswer>;
}

/** @returns the key that makes a write safe to repeat, or undefined for reads and requests without one */
export function idempotencyKey(request: IncomingMessage): string | undefined {
  const key = request.headers['idempotency-key'];
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  return writes && typeof key === 'string' && key !== '' ? key : undefined;
}

/**
 * Answers a repeated write with what the first came to, instead of doing it again (`Idempotency-Key`, platform.md
 * section 5). The key is kept with the write itself and the answer after it, both in the tenant's data: a write repeated
 * after a crash is not done twice either, and one that a snapshot undid may come again. Refused writes may be tried
 * again under their key.
 */
export class IdempotentAnswers {
  readonly #underWay = new WeakMap<TenantData, Map<string, UnderWay>>();

  /**
   * @param call the write
   * @param key the key, with who asks for what
   * @param act does the call that it is given and renders the answer
   * @throws ApiError 422 when the key came with another body before, 409 when its write was done but never answered
   */
  async run(call: Call, key: string, act: (call: Call) => Promise<RenderedAnswer>): Promise<RenderedAnswer> {
    const name = hash(key);
    const fingerprint = hash(call.bytes);
    let running = this.#underWay.get(call.data);
    if (!running) this.#underWay.set(call.data, (running = new Map()));
    const known = running.get(name) ?? call.data.of('idempotentWrite').findUnique('name', name);
    if (known) {
      if (known.fingerprint !== fingerprint) throw keyReused(key);
      return known.answer instanceof Promise ? known.answer : answerOf(known.answer, key);
    }
    const answer = perform(call, { name, fingerprint }, act);
    running.set(name, { fingerprint, answer });
    try {
      return await answer;
    } finally {
      running.delete(name);
    }
  }
}

async function perform(
  call: Call,
  mark: { name: string; fingerprint: string },
  act: (call: Call) => Promise<RenderedAnswer>,
): Promise<RenderedAnswer> {
  const markedCall: Call = {
    ...call,
    write: (work) =>
      call.write((data) => {
        const result = work(data);
        marked(data, mark);
        return result;
      }),
  };
  try {
    const answer = await act(markedCall);
    await call.write((data) => {
      const { id } = marked(data, mark);
      data.update('idempotentWrite', id, { answer: storedOf(answer) });
      forgetOldest(data);
    });
    return answer;
  } catch (error) {
    const mine = call.data.of('idempotentWrite').findUnique('name', mark.name);
    if (mine) await call.write((data) => data.delete('idempotentWrite', mine.id));
    throw error;
  }
}

/** @returns the mark of a write, set if it is not there yet */
function marked(data: TenantData, mark: { name: string; fingerprint: string }): IdempotentWrite {
  return data.of('idempotentWrite').findUnique('name', mark.name) ?? data.insert('idempotentWrite', mark);
}

function forgetOldest(data: TenantData): void {
  const marks = data.of('idempotentWrite');
  const oldest = marks.values().next().value as IdempotentWrite | undefined;
  if (marks.size > keptAnswers && oldest !== undefined) data.delete('idempotentWrite', oldest.id);
}

function storedOf({ status, headers, body, assumptions }: RenderedAnswer): StoredAnswer {
  return {
    status,
    headers: { ...headers },
    assumptions: [...assumptions],
    ...(body && { body: body.toString('base64') }),
  };
}

function answerOf(stored: StoredAnswer | undefined, key: string): RenderedAnswer {
  if (stored === undefined) throw neverAnswered(key);
  const { body } = stored;
  return { ...stored, body: body === undefined ? undefined : Buffer.from(body, 'base64') };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function keyReused(key: string): ApiError {
  return new ApiError({
    status: 422,
    code: 'IdempotencyKeyReused',
    message: 'The idempotency key was used for another request.',
    reason: `the Idempotency-Key of '${key}' came with another body before; use a new key for each new write`,
    assumptions: ['idempotency-key'],
  });
}

function neverAnswered(key: string): ApiError {
  return new ApiError({
    status: 409,
    code: 'IdempotentWriteInterrupted',
    message: 'The request with this idempotency key was interrupted.',
    reason: `the write under the Idempotency-Key of '${key}' was done, but the emulator ended before it was answered; read what it changed instead of repeating it`,
    assumptions: ['idempotency-key'],
  });
}
