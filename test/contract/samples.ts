import type { RestContract, Property } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';

/** Finds an id that exists for a field: by the kind of its key in v2, by its name in v1. */
export type ExistingId = (field: string, kind: string | undefined) => number | undefined;

/** Values for fields whose type says too little, by field name in lower case. */
const byName: Readonly<Record<string, () => unknown>> = {
  // A transfer of stock cannot be expected on a day that is over.
  expecteddeliverydate: () => '2099-05-04T10:00:00.000Z',
  // With it, the shipment address that the body has would not count.
  usebillingaddressasshipmentaddress: () => false,
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
  activatesaleschannels: () => '2-1-1',
  deactivatesaleschannels: () => '2-2-1',
  shopstoconsider: () => '2-1-1',
  shopid: () => '2-1-1',
  emailaddress: () => 'muster@example.com',
  colorcode: () => '#3cb371',
  imagedata: () => onePixel,
  mandatoryapiscopes: () => 'item.queryitems',
  optionalapiscopes: () => 'stock.querystocksperitem',
  // From 2.1 on a line has both names for the one thing.
  note: () => 'Muster Notiz',
  notice: () => 'Muster Notiz',
  quantity: () => 1,
  amount: () => 1,
  fromquantity: () => 2,
  // Fractions of it v2 does not show (test/wawi/integers-of-decimals.test.ts).
  minimumpurchasequantity: () => 2,
  taxrate: () => 19,
  // Two names for the one thing, and whole although v1 writes it as a decimal.
  state: () => 'Muster Land',
  statecode: () => 'Muster Land',
  currentnumber: () => 7,
};

/** Kinds of keys that name no entity of their own. */
const fixedKeys: Readonly<Record<string, number>> = {
  PlattformKey: 1,
  EbayUserKey: 1,
  SteuerschluesselKey: 1,
  VariationKey: 1,
  VariationWertKey: 1,
  VerkaufAuftragPositionEigenschaftKey: 1,
  ConfigKey: 1,
};

/** A PNG of one pixel, base64. */
export const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The content of every binary field. */
export const sampleBytes = Buffer.from('contract test');

let counter = 0;

/** The optional members of a body: scalars only, or lists and objects as well. */
export type Fullness = 'plain' | 'whole';

/** Makes valid request bodies from the contract: every property that must be there, and what is optional as far as asked. */
export class Samples {
  /** Schemas that are being made: one inside itself is left out. */
  readonly #open = new Set<string>();

  constructor(
    private readonly contract: RestContract,
    private readonly existing: ExistingId,
    private readonly fullness: Fullness = 'plain',
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
    if (this.#open.has(name)) return undefined;
    this.#open.add(name);
    const entries = this.contract
      .object(name)
      .properties.filter((property) => !property.readOnly && this.#isWanted(property))
      .map(({ name: property, type, required }) => [property, this.of(type, property, required)] as const);
    this.#open.delete(name);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  #isWanted({ type, required }: Property): boolean {
    return (
      required ||
      this.fullness === 'whole' ||
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
      case 'guid':
        return /id$/i.test(field) && !required ? undefined : '6ba7b811-9dad-41d1-80b4-00c04fd430c8';
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
