import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyVersion } from '../../src/wawi/contract/versions.ts';

/** A type as the rows write it: `key!`, `string[]`, or the fields of an object, or a list of either. */
export type PageType = string | PageShape | readonly PageType[];
export interface PageShape {
  readonly [field: string]: PageType;
}

/**
 * The content of one documentation page about one operation. Types: string, int32, int64, decimal, boolean, date-time,
 * key, enum, bytes, object, any; `!` required.
 */
export interface PageRow {
  readonly method: string;
  /** Relative to the version's base. */
  readonly path: string;
  /** Address without host; missing where the source names only a kind of page. */
  readonly page?: string;
  /** Older than the release of its version. */
  readonly early?: boolean;
  /** Not all of the page was read, or it shows an example only. */
  readonly cut?: boolean;
  readonly query?: Readonly<Record<string, PageType>>;
  readonly body?: PageType;
  /** By status; null for an answer without JSON. */
  readonly answers?: Readonly<Record<string, PageType | null>>;
}

/** @returns the rows of a version's pages */
export function restPages(version: AnyVersion): PageRow[] {
  const file = join(import.meta.dirname, 'pages', `rest-${version}.jsonl`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PageRow);
}
