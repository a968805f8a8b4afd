import type { ApiVersion } from '../../src/wawi/contract/contract.ts';
import { packKey, unpackKey } from '../../src/wawi/contract/keys.ts';
import type { Fullness } from './samples.ts';
import type { TenantClient } from './tenant-client.ts';

/** The given parts of a request: path parameters by name in lower case, a body. */
export interface Given {
  values?: Readonly<Record<string, string>>;
  body?: unknown;
  fullness?: Fullness;
  /** The request gets a body later: none is made, and what bodies need is not created. */
  withoutBody?: true;
}

/** A prerequisite of an operation could not be made or found. */
export class NotPrepared extends Error {
  override readonly name = 'NotPrepared';
}

/** Runs another operation of the contract first, named as in the tables; it must succeed. */
export type Run = (name: string, given?: Given) => Promise<unknown>;

/** The context of an arrangement: the tenant, the requested version, other operations to run before. */
export class ArrangementContext {
  constructor(
    readonly client: TenantClient,
    readonly version: ApiVersion,
    readonly run: Run,
  ) {}

  /** @returns the id as the version writes it: a number in v1, a packed key in v2 */
  key(kind: string, id: number): string | number {
    return this.version === 'v1' ? id : packKey(kind, id);
  }

  /** @returns the id as it stands in a path of the version */
  pathKey(kind: string, id: number): string {
    return String(this.key(kind, id));
  }

  /**
   * Runs an operation and reads an id from its answer.
   * @returns the integer id, for any version
   */
  async idFrom(kind: string, name: string, path: string, given?: Given): Promise<number> {
    return idAt(await this.run(name, given), kind, path);
  }
}

/**
 * Reads an id from an answer.
 * @param path field names in lower case, `0` for the first of a list; empty for an answer that is a bare key
 * @returns the integer id, for any version
 */
export function idAt(answer: unknown, kind: string, path: string): number {
  const steps = path.split('.').filter(Boolean);
  const found = steps.reduce<unknown>((value, step) => fieldOf(value, step), answer);
  if (typeof found === 'number') return found;
  const key = unpackKey(kind, String(found));
  if (!key.ok) throw new NotPrepared(`an answer has no ${kind} at '${path}': ${key.problem}`);
  return key.id;
}

/** Reads a field in any letter case. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = Object.entries(value).find(([field]) => field.toLowerCase() === name.toLowerCase());
  return entry?.[1];
}
