import { erpVersions, type ErpVersion } from '../../../src/platform/erp-versions.ts';
import type { RestContract } from '../../../src/wawi/contract/contract.ts';
import { packKey } from '../../../src/wawi/contract/keys.ts';
import { comparable } from '../../contract/agreement.ts';
import { fieldOf } from '../../contract/arrangement-context.ts';
import type { Driver, Prepared } from '../../contract/drive.ts';
import type { GraphqlViews } from '../../contract/graphql-views.ts';
import { identities } from '../../contract/identities.ts';
import { parameterNames, parameterOf } from '../../contract/operation-names.ts';
import type { Answer } from '../../contract/tenant-client.ts';
import { documentedFields, isShown, longestBeginning, placesOf, valuesByField } from './fields.ts';
import type { Read, Scene } from './request-row.ts';

interface Written {
  readonly driver: Driver;
  readonly graphql: GraphqlViews;
  readonly contract: RestContract;
  readonly prepared: Prepared;
  readonly answer: Answer;
  readonly scene: Scene;
  readonly version: ErpVersion;
}

/** The result of a write, as the reads show it. */
export class WrittenEntity {
  constructor(private readonly written: Written) {}

  /** @returns the sent values that the read does not show */
  async differences(read: Read): Promise<string[]> {
    const { contract, prepared, version } = this.written;
    if (typeof read.by === 'string' && read.by !== 'answer' && !this.#has(read.by)) return [];
    const types = documentedFields(contract, prepared.operation.body!);
    const seen = await this.#seen(read);
    const name = typeof read.by === 'string' ? read.by : read.by.query;
    if (seen === undefined) return [`${name}: not found`];
    const shown = valuesByField(seen);
    return [...valuesByField(prepared.body)].flatMap(([path, values]) => {
      if (read.only && !longestBeginning(read.only, path)) return [];
      const { place, values: found } = placesOf(path, read.names ?? {}, shown);
      const isHere = [...values].every((value) => isShown(contract, types.get(path), value, found));
      const since = longestBeginning(read.since ?? {}, path)?.entry;
      if (longestBeginning(read.hidden ?? {}, path) || (since !== undefined && version < since))
        return isHere ? [`${name}: ${path} is shown at ${place}, although it is said not to be`] : [];
      const expected = path in (read.shows ?? {}) ? [comparable(read.shows?.[path])] : [...values];
      return expected
        .filter((value) => !isShown(contract, types.get(path), value, found))
        .map((value) => `${name}: ${path} = ${String(value)}, but ${place} = ${[...found].join(', ')}`);
    });
  }

  /** Some reads exist from a later version on. */
  #has(name: string): boolean {
    const { driver, version } = this.written;
    if (driver.has(name)) return true;
    if (version === erpVersions.at(-1)) throw new Error(`no version has ${name}`);
    return false;
  }

  async #seen(read: Read): Promise<unknown> {
    const { answer, driver, graphql, scene } = this.written;
    if (read.by === 'answer') return answer.json;
    if (typeof read.by !== 'string') {
      const { query, key, argument } = read.by;
      const id = read.at ? Number(bare(read.at(scene) ?? '')) : this.#id();
      return graphql.one(query, packKey(key, id), argument);
    }
    const operation = driver.operation(read.by);
    const given = this.#parameters(operation, read);
    const asked = await driver.prepare(operation, { values: given });
    const query = new URLSearchParams(read.query?.(scene, answer.json)).toString();
    const path = query === '' ? asked.path : `${asked.path}${asked.path.includes('?') ? '&' : '?'}${query}`;
    const shown = await driver.send({ ...asked, path });
    if (shown.status >= 300) return undefined;
    const rows = rowsOf(shown.json);
    if (read.row) return rows?.find((row) => read.row!(row, scene));
    if (!rows || parameterNames(operation).length >= this.#ids().length) return shown.json;
    const id = this.#id();
    return rows.find((row) => Object.values(row).some((value) => comparable(value) === id));
  }

  /** The ids of the entity's path in order: those of the request's path, then that of the answer. */
  #ids(): (string | number)[] {
    const { prepared, answer } = this.written;
    const { operation, values } = prepared;
    const own = parameterNames(operation).map((name) => bare(values[name] ?? ''));
    if (operation.method !== 'POST') return own;
    const made = identities(operation, answer.json, ['id'], undefined)?.['id'] ?? firstKey(answer.json);
    return made === undefined ? own : [...own, bare(made)];
  }

  #id(): number {
    return Number(this.#ids().at(-1));
  }

  #parameters(operation: Prepared['operation'], read: Read): Record<string, string> {
    const given = read.values?.(this.written.scene, this.written.answer.json) ?? {};
    const ids = this.#ids();
    return Object.fromEntries(
      parameterNames(operation).map((name, n) => {
        const type = parameterOf(operation, name)?.type;
        const id = ids[n] ?? '';
        const value = type?.kind === 'key' && typeof id === 'number' ? packKey(type.key, id) : String(id);
        return [name, given[name] ?? value];
      }),
    );
  }
}

/** @returns the integer of a packed key or an integer in text; other texts as they are */
function bare(value: string): string | number {
  const one = comparable(value);
  return typeof one === 'number' ? one : /^\d+$/.test(value) ? Number(value) : value;
}

function firstKey(json: unknown): string | undefined {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object' || json === null) return undefined;
  const found = Object.entries(json).find(([name]) => /(?:id|key)$/i.test(name));
  return found && (typeof found[1] === 'string' || typeof found[1] === 'number')
    ? String(found[1])
    : undefined;
}

/** @returns the rows of a list or of a page; undefined for any other answer */
function rowsOf(json: unknown): Record<string, unknown>[] | undefined {
  const rows = Array.isArray(json) ? json : (fieldOf(json, 'items') ?? fieldOf(json, 'data'));
  return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : undefined;
}
