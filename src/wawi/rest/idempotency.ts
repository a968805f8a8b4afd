import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { TenantData } from '../domain/store/tenant-data.ts';
import type { RenderedAnswer } from './answer-writer.ts';
import { ApiError } from './errors.ts';

/** How many answers are kept for each tenant; the oldest go first. */
const keptAnswers = 2000;

interface Kept {
  /** Of the request's body, so that a key used for something else is noticed. */
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
 * section 5). Refused writes may be tried again under their key.
 */
export class IdempotentAnswers {
  readonly #tenants = new WeakMap<TenantData, Map<string, Kept>>();

  /**
   * @param data the tenant's data, whose answers are forgotten when it is reset
   * @param name the key, with who asks for what
   * @param body the request's bytes
   * @param act does the write
   * @throws ApiError 422 when the key came with another body before
   */
  async run(
    data: TenantData,
    name: string,
    body: Uint8Array,
    act: () => Promise<RenderedAnswer>,
  ): Promise<RenderedAnswer> {
    let answers = this.#tenants.get(data);
    if (!answers) this.#tenants.set(data, (answers = new Map()));
    const fingerprint = createHash('sha256').update(body).digest('base64');
    const known = answers.get(name);
    if (known) {
      if (known.fingerprint !== fingerprint) throw keyReused(name);
      return known.answer;
    }
    const answer = act();
    answers.set(name, { fingerprint, answer });
    const [oldest] = answers.keys();
    if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      answers.delete(name);
      throw error;
    }
  }
}

function keyReused(name: string): ApiError {
  return new ApiError(
    422,
    'IdempotencyKeyReused',
    'The idempotency key was used for another request.',
    `the Idempotency-Key of '${name}' came with another body before; use a new key for each new write`,
    [],
    ['idempotency-key'],
  );
}
