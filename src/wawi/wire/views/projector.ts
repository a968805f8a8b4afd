import { optionOf } from '../../../platform/assumptions.ts';
import type { EmulatorConfig } from '../../../platform/config.ts';
import type { RestContract, ObjectSchema } from '../../contract/contract.ts';
import { wholeInstant } from '../../contract/instants.ts';
import { packKey } from '../../contract/keys.ts';
import type { TypeNode } from '../../contract/types.ts';
import { wireNameOf } from '../../contract/wire-names.ts';
import { reader } from '../../store/collections/order.ts';
import { domainName } from './entity-names.ts';
import { noDate } from './no-date.ts';
import { shownNumber } from './whole-numbers.ts';
import { fieldView, type Read, type ViewContext, type ViewTable } from './views.ts';

type Convert = (value: unknown, context: ViewContext) => unknown;

interface CompiledField {
  readonly wireName: string;
  readonly read: Read<unknown>;
  readonly convert: Convert;
}

/** One page of a list, as the domain gives it. */
export interface Page<T = unknown> {
  readonly items: readonly T[];
  readonly totalItems: number;
  /** From 1. */
  readonly pageNumber: number;
  readonly pageSize: number;
}

/**
 * Shows domain entities as one version of the contract has them: which fields, under which names, in which types.
 * v1 leaves empty fields out, v2 sends null (platform.md section 5).
 */
export class Projector {
  readonly #schemas = new Map<string, Convert>();
  readonly #wireName: (name: string) => string;
  readonly #omitsNull: boolean;

  constructor(
    private readonly contract: RestContract,
    private readonly views: ViewTable,
    /** The emulator's settings, of which the assumption `page-numbers` is read. */
    private readonly settings: Pick<EmulatorConfig, 'assumptions' | 'profile'>,
  ) {
    this.#wireName = wireNameOf(contract.version);
    this.#omitsNull = contract.version === 'v1';
  }

  /**
   * @param type the contract's type of the answer
   * @param value entity, list or {@link Page} of entities, or a scalar
   * @returns plain JSON data
   */
  project(type: TypeNode, value: unknown, context: ViewContext): unknown {
    return this.#convert(type)(value, context);
  }

  /** @returns the envelope of a page around items that are already projected */
  pageEnvelope(page: Page, items: unknown): Record<string, unknown> {
    const totalPages = Math.ceil(page.totalItems / page.pageSize);
    const hasNext = page.pageNumber < totalPages;
    const hasPrevious = page.pageNumber > 1;
    const numbers = optionOf('page-numbers', this.settings) === 'numbers';
    const envelope = {
      TotalItems: page.totalItems,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Items: items,
      TotalPages: totalPages,
      HasPreviousPage: hasPrevious,
      HasNextPage: hasNext,
      NextPageNumber: hasNext ? page.pageNumber + 1 : numbers ? totalPages : null,
      PreviousPageNumber: hasPrevious ? page.pageNumber - 1 : numbers ? 1 : null,
    };
    return Object.fromEntries(Object.entries(envelope).map(([name, value]) => [this.#wireName(name), value]));
  }

  #convert(type: TypeNode): Convert {
    switch (type.kind) {
      case 'key':
        return (value) => (typeof value === 'number' ? packKey(type.key, value) : (value ?? null));
      case 'list': {
        const each = this.#convert(type.of);
        return (value, context) =>
          Array.isArray(value) ? value.map((element) => each(element, context)) : [];
      }
      case 'page': {
        const each = this.#convert(type.of);
        return (value, context) => {
          const page = value as Page;
          return this.pageEnvelope(
            page,
            page.items.map((item) => each(item, context)),
          );
        };
      }
      case 'map': {
        const each = this.#convert(type.of);
        return (value, context) =>
          Object.fromEntries(
            Object.entries((value ?? {}) as object).map(([key, element]) => [key, each(element, context)]),
          );
      }
      case 'schema':
        return this.#schema(type.name);
      case 'enum':
        return (value) => value ?? null;
      case 'scalar':
        if (type.name === 'date-time' && this.contract.version === 'v1') return roundTripInstant;
        return scalarConverters[type.name] ?? ((value) => value ?? null);
    }
  }

  #schema(name: string): Convert {
    const known = this.#schemas.get(name);
    if (known) return known;
    let compiled: Convert = () => null;
    // A schema may contain itself, so its name is taken before its fields are compiled.
    this.#schemas.set(name, (value, context) => compiled(value, context));
    compiled = this.contract.enumValues(name)
      ? (value) => value ?? null
      : this.#object(this.contract.object(name));
    this.#schemas.set(name, compiled);
    return compiled;
  }

  #object(schema: ObjectSchema): Convert {
    const fields: CompiledField[] = schema.properties.map((property) => ({
      wireName: this.#wireName(property.name),
      read: readerOf(this.views, schema.name, property.name),
      convert: this.#convert(property.type),
    }));
    const from = this.views[schema.name]?.from as Read<unknown> | undefined;
    return (given, context) => {
      const source = from ? from(given, context) : given;
      if (source === undefined || source === null) return null;
      const result: Record<string, unknown> = {};
      for (const field of fields) {
        const value = field.convert(field.read(source, context), context);
        if (value === null && this.#omitsNull) continue;
        result[field.wireName] = value;
      }
      return result;
    };
  }
}

/** @returns how a schema's field is read from its entity, by the mapping table or by its own name */
function readerOf(views: ViewTable, schema: string, field: string): Read<unknown> {
  const view = fieldView(views, schema, field) ?? domainName(field);
  const read = typeof view === 'object' ? view.read : view;
  if (typeof read === 'function') return read as Read<unknown>;
  return read === '.' ? (source) => source : reader(read);
}

function numberOf(type: string): Convert {
  const shown = shownNumber(type);
  return (value) => (value === undefined || value === null || value === '' ? null : shown(Number(value)));
}

/** v1 writes instants in .NET's round-trip format: `2023-02-01T12:45:00.0000000+00:00` (page of a sales order, 1.x). */
const roundTripInstant: Convert = (value) => {
  if (typeof value !== 'string' || value === '') return value ?? null;
  return value === noDate ? noDate : wholeInstant(value).replace(/\.(\d{3})Z$/, '.$10000+00:00');
};

const scalarConverters: Partial<Record<string, Convert>> = {
  int32: numberOf('int32'),
  int64: numberOf('int64'),
  decimal: numberOf('decimal'),
  double: numberOf('double'),
  // A switch that was never set is off; the contract never leaves one out.
  boolean: (value) => value === true,
  // Some versions write a list of texts as one text with commas.
  string: (value) =>
    value === undefined || value === null
      ? null
      : typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.join(',')
          : String(value),
};
