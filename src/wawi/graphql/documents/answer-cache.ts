import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { TenantData } from '../../store/tenant-data.ts';

/** How many bytes of answers are kept for one tenant. */
const keptBytes = 8 * 1024 * 1024;

/** The parts of a request that its answer depends on beside the tenant's data. */
export interface Question {
  /** The document's text and the operation's name in it. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: object;
  /** The options of assumptions under which literals of the document are read. */
  readonly options: string;
  /** The scopes of the caller; the same object for the same grants. */
  readonly scopes: object;
  /** The emulator's time in whole seconds. */
  readonly second: number;
}

/** The data a query came to, as JSON text, the scopes its fields needed, and what else it rests on. */
export interface KnownAnswer {
  readonly data: string;
  readonly scopes: readonly (readonly string[])[];
  /** Rows of the fidelity table that it rests on. */
  readonly assumptions: readonly AssumptionId[];
}

interface Kept {
  readonly revision: number;
  readonly second: number;
  bytes: number;
  /** By scopes and question; undefined for a question that was asked once. */
  readonly answers: WeakMap<object, Map<string, KnownAnswer | undefined>>;
}

/**
 * Remembers the answers of queries without errors, as long as neither the tenant's data nor the emulator's second has moved:
 * apps poll the same page, and tests ask it again and again. An answer is kept from the second time on, so that questions
 * that differ each time take no memory.
 */
export class AnswerCache {
  readonly #tenants = new WeakMap<TenantData, Kept>();

  /** @returns the earlier answer to the same question */
  find(data: TenantData, question: Question): KnownAnswer | undefined {
    return this.#current(data, question.second).answers.get(question.scopes)?.get(text(question));
  }

  keep(data: TenantData, question: Question, answer: KnownAnswer): void {
    const kept = this.#current(data, question.second);
    const key = text(question);
    let answers = kept.answers.get(question.scopes);
    if (!answers) kept.answers.set(question.scopes, (answers = new Map()));
    const again = answers.has(key) ? answer : undefined;
    kept.bytes += (key.length + (again?.data.length ?? 0)) * 2;
    if (kept.bytes <= keptBytes) answers.set(key, again);
  }

  #current(data: TenantData, second: number): Kept {
    const known = this.#tenants.get(data);
    if (known?.revision === data.revision && known.second === second) return known;
    const fresh: Kept = { revision: data.revision, second, bytes: 0, answers: new WeakMap() };
    this.#tenants.set(data, fresh);
    return fresh;
  }
}

function text({ query, operationName, variables, options }: Question): string {
  return JSON.stringify([options, operationName, variables, query]);
}
