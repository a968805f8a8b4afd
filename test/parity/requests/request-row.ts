import type { ErpVersion } from '../../../src/platform/erp-versions.ts';
import type { Method } from '../../../src/wawi/contract/contract.ts';
import type { ArrangementContext } from '../../contract/arrangement-context.ts';

/** Prepares a request: the tenant's rows, keys as the version writes them, other operations to run first. */
export interface Scene extends ArrangementContext {
  /** Path parameters of the request, by name in lower case. */
  readonly values: Readonly<Record<string, string>>;
}

/** Names a field of a body or an answer: names in lower case joined by dots, without the places in lists. */
export type FieldPath = string;

/** Where a written entity is read, and what is different there. */
export interface Read {
  /** `answer` for the answer of the write, an operation, or a root field of GraphQL with its argument and key. */
  readonly by: 'answer' | `v${1 | 2} GET /${string}` | GraphqlRead;
  /** Finds the row in a list; default: the row that has the id of the entity. */
  readonly row?: (row: Readonly<Record<string, unknown>>, scene: Scene) => boolean;
  /** The id or key of the entity that the read is for; default: the written one. */
  readonly at?: (scene: Scene) => string | undefined;
  /** Path parameters that neither the request nor its answer has. */
  readonly values?: (scene: Scene, answer: unknown) => Record<string, string>;
  /** Query parameters of the read, such as those that find the row. */
  readonly query?: (scene: Scene, answer: unknown) => Record<string, string>;
  /** Beginnings of the body paths that the read is for; default: all. */
  readonly only?: Readonly<Record<FieldPath, true>>;
  /** Beginnings of body paths that the read has under another path. */
  readonly names?: Readonly<Record<FieldPath, FieldPath>>;
  /** Beginnings of body paths that the read does not show, with the reason. */
  readonly hidden?: Readonly<Record<FieldPath, string>>;
  /** Beginnings of body paths that the read shows only from a version on. */
  readonly since?: Readonly<Record<FieldPath, ErpVersion>>;
  /** Values that the read shows differently, by body path: converted values. */
  readonly shows?: Readonly<Record<FieldPath, unknown>>;
}

export interface GraphqlRead {
  readonly query: string;
  readonly argument?: string;
  readonly key: string;
}

export type Body = Readonly<Record<string, unknown>> | readonly unknown[];

/** A writing operation, its requests and where the result shows. */
export interface RequestRow {
  readonly operation: `v${1 | 2} ${Exclude<Method, 'GET' | 'HEAD'>} /${string}`;
  /** Path parameters; default: rows of the fixture that fit. */
  readonly values?: (
    scene: Omit<Scene, 'values'>,
  ) => Promise<Record<string, string>> | Record<string, string>;
  /** The required fields alone. */
  readonly minimal: (scene: Scene) => Body | Promise<Body>;
  /** Every documented field. */
  readonly full: (scene: Scene) => Body | Promise<Body>;
  /** Documented fields that the full request leaves out, with the reason. */
  readonly without?: Readonly<Record<FieldPath, string>>;
  readonly reads: readonly Read[];
  /** Why nothing reads the values back, for a row without reads. */
  readonly unread?: string;
}
