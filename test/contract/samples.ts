import type { Contract, Property } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';

/** Finds an id that exists for a field: by the kind of its key in v2, by its name in v1. */
export type ExistingId = (field: string, kind: string | undefined) => number | undefined;

/** Values for fields whose type says too little, by field name in lower case. */
const byName: Readonly<Record<string, () => unknown>> = {
  languageid: () => 'DE',
  languageiso: () => 'DE',
  cultureoriso: () => 'FR',
  valueculturename: () => 'de-DE',
  countryiso: () => 'DE',
  countryiso2: () => 'DE',
  countryoforigin: () => 'DE',
  departurecountryiso: () => 'DE',
  billingcountryiso: () => 'DE',
  shippingcountryiso: () => 'DE',
  currencyiso: () => 'EUR',
  saleschannelid: () => '2-1-1',
  activesaleschannels: () => '2-1-1',
  shopid: () => '2-1-1',
  emailaddress: () => 'muster@example.com',
  colorcode: () => '#3cb371',
  imagedata: () => onePixel,
  quantity: () => 1,
  amount: () => 1,
  fromquantity: () => 2,
  taxrate: () => 19,
};

/** Kinds of keys that name no entity of their own. */
const fixedKeys: Readonly<Record<string, number>> = {
  PlattformKey: 1,
  EbayUserKey: 1,
  SteuerschluesselKey: 1,
};

/** A PNG of one pixel, base64. */
export const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** What every binary field holds. */
export const sampleBytes = Buffer.from('contract test');

let counter = 0;

/** Makes valid request bodies from the contract: every property that must be there, and every optional scalar. */
export class Samples {
  constructor(
    private readonly contract: Contract,
    private readonly existing: ExistingId,
  ) {}

  /** @returns a body of the type, names as the contract writes them; undefined where nothing valid is known */
  of(type: TypeNode, field = '', required = true): unknown {
    switch (type.kind) {
      case 'key':
        return this.#key(field, type.key);
      case 'enum':
        return firstAboveZero(type.values);
      case 'list': {
        const element = this.of(type.of, field, required);
        return element === undefined ? [] : [element];
      }
      case 'map':
      case 'page':
        return {};
      case 'schema':
        return this.#named(type.name);
      case 'scalar':
        return this.#scalar(type.name, field, required);
    }
  }

  #named(name: string): unknown {
    const values = this.contract.enumValues(name);
    if (values) return firstAboveZero(values);
    const entries = this.contract
      .object(name)
      .properties.filter((property) => !property.readOnly && (property.required || this.#isPlain(property)))
      .map(({ name: property, type, required }) => [property, this.of(type, property, required)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #isPlain({ type }: Property): boolean {
    return (
      type.kind === 'scalar' ||
      type.kind === 'enum' ||
      (type.kind === 'schema' && this.contract.enumValues(type.name) !== undefined)
    );
  }

  #key(field: string, kind: string): string | undefined {
    const id = fixedKeys[kind] ?? this.existing(field, kind);
    return id === undefined ? undefined : packKey(kind, id);
  }

  #scalar(name: string, field: string, required: boolean): unknown {
    const known = byName[field.toLowerCase()];
    if (known) return known();
    switch (name) {
      case 'int32':
      case 'int64':
        return /id$/i.test(field) ? this.existing(field, undefined) : 1;
      case 'decimal':
      case 'double':
        return 1.5;
      case 'boolean':
        return true;
      case 'date-time':
        return '2026-05-04T10:00:00.000Z';
      case 'duration':
        return '00:20:00';
      case 'byte':
        return sampleBytes.toString('base64');
      case 'object':
        return 'a value';
      default:
        return /id$/i.test(field) && !required ? undefined : `Muster ${++counter}`;
    }
  }
}

/** @returns an enum's first value that stands for something rather than for nothing */
export function firstAboveZero(values: ReadonlyMap<number, string>): number {
  return [...values.keys()].find((value) => value > 0) ?? 0;
}
