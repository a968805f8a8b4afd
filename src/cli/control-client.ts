import type { Problem } from '../platform/problems.ts';
import { justWait, type Waiting } from './waiting.ts';
import { CliFailure, exitCodes, lineOf } from './failures.ts';

interface ControlErrors {
  errors?: Problem[];
}

/** Client of a running emulator's control API. */
export class ControlClient {
  /**
   * @param url base URL of the emulator
   * @param waiting shows progress during a call
   */
  constructor(
    readonly url: string,
    private readonly waiting: Waiting = justWait,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.#json<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.#json<T>('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('PUT', path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.#json<T>('PATCH', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.#json('DELETE', path);
  }

  /** @returns the answer as it streams in, for server-sent events */
  async open(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send('GET', path, undefined, headers);
  }

  async #json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.waiting(this.#send(method, path, body, {}));
    if (response.status === 204) return undefined as T;
    return (await response.json().catch(() => {
      throw this.#noEmulator(`answered ${response.status} with another format than JSON`);
    })) as T;
  }

  /** @throws CliFailure: exit 3 if no emulator answers, exit 2 for a refusal, exit 1 for another failure */
  async #send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    const response = await fetch(`${this.url}/_emulator/v1/${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      throw new CliFailure(
        `no emulator at ${this.url} (${code ?? (error as Error).message}); start one with 'jtl-emulator start', or name it with --url or JTL_EMULATOR_URL`,
        exitCodes.noEmulator,
      );
    });
    if (response.ok) return response;
    const problems = ((await response.json().catch(() => ({}))) as ControlErrors).errors;
    if (problems === undefined) {
      throw this.#noEmulator(`answered ${response.status} without naming a problem`);
    }
    throw new CliFailure(
      problems.map(lineOf).join('; '),
      response.status >= 500 ? exitCodes.failed : exitCodes.wrongInput,
    );
  }

  #noEmulator(what: string): CliFailure {
    return new CliFailure(
      `${this.url} is not an emulator: it ${what}; name one with --url or JTL_EMULATOR_URL`,
      exitCodes.noEmulator,
    );
  }
}
