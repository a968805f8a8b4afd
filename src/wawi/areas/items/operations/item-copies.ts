import type { Item, Texts } from '../schema/items.ts';
import { merge } from '../../../store/values/merge.ts';
import { detailFields, duplicateFields, listActions, textFlags } from '../rules/item-copy-fields.ts';
import { textsOf } from '../rules/item-texts.ts';
import { reader } from '../../../store/collections/order.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem, createItem } from './items.ts';

/** Options of a request, by name: flags, and groups of flags. */
type Options = Readonly<Record<string, unknown>>;

/** An item to be made of another. */
export interface Duplicate {
  /** Default: the next number of the range. */
  itemNumber?: string;
  /** Default: the item's own name. */
  itemName?: string;
  /** Default: as the options say. */
  isInventoryLeading?: boolean;
}

/**
 * Makes new items like one that exists; they share what the options name, and never the SKU.
 * @param options flags and groups of flags as requests have them
 * @param now ISO 8601
 * @throws DomainError `not-found`, `duplicate` for a taken SKU
 */
export function duplicateItem(
  data: TenantData,
  itemId: number,
  duplicates: readonly Duplicate[],
  options: Options,
  now: string,
): Item[] {
  const item = data.get('item', itemId);
  const fields = picked(item, chosenDuplicateFields(options));
  return duplicates.map(({ itemNumber, itemName, isInventoryLeading }) =>
    createItem(
      data,
      merge(fields, {
        ...(itemNumber === undefined ? {} : { sku: itemNumber }),
        name: itemName ?? item.name,
        categories: item.categories,
        ...(isInventoryLeading === undefined
          ? {}
          : { storageOptions: { inventoryManagementActive: isInventoryLeading } }),
        ...suppliersFor(item, options),
        ...(options['variationsCopy'] === true ? { variations: withoutIds(item.variations) } : {}),
      }),
      now,
    ),
  );
}

function chosenDuplicateFields(options: Options): string[] {
  return Object.entries(duplicateFields).flatMap(([name, fields]) => {
    const option = options[name];
    if (Array.isArray(fields)) return option === true ? (fields as string[]) : [];
    const group = (option ?? {}) as Options;
    if (group['isActive'] !== true) return [];
    return Object.entries(fields).flatMap(([flag, paths]) =>
      group[flag] === true ? (paths as string[]) : [],
    );
  });
}

function suppliersFor(item: Item, options: Options): object {
  const group = (options['suppliersDuplicateOptions'] ?? {}) as Options;
  if (group['isActive'] !== true) return {};
  return {
    suppliers: item.suppliers.map(({ itemName, sku, ...row }) => ({
      ...row,
      ...(group['keepItemName'] === true && itemName !== undefined ? { itemName } : {}),
      ...(group['keepItemNumber'] === true && sku !== undefined ? { sku } : {}),
    })),
    ...(item.defaultSupplierId === undefined ? {} : { defaultSupplierId: item.defaultSupplierId }),
  };
}

/** Variations and values of a copy are new ones. */
function withoutIds(variations: Item['variations']): object[] {
  return variations.map((variation) =>
    merge(variation, {
      id: null,
      values: variation.values.map((value) => merge(value, { id: null })),
    }),
  );
}

/** The parts that {@link copyDetails} copies. */
export interface DetailOptions {
  details: Options;
  texts: Options;
  suppliers: Options;
}

/**
 * Takes details of one item over to others.
 * @param now ISO 8601
 * @throws DomainError `not-found`
 */
export function copyDetails(
  data: TenantData,
  fromId: number,
  intoIds: readonly number[],
  { details, texts, suppliers }: DetailOptions,
  now: string,
): Item[] {
  const source = data.get('item', fromId);
  const chosen = Object.entries(detailFields).flatMap(([name, paths]) =>
    details[name] === true ? paths : [],
  );
  const added = new Set(
    Object.entries(listActions)
      .filter(([action]) => typeof details[action] === 'number' && details[action] !== 0)
      .map(([, list]) => list),
  );
  return intoIds.map((id) =>
    changeItem(data, id, now, (item) => {
      const copied = merge(item, picked(source, chosen));
      for (const list of added)
        if (chosen.includes(list))
          Object.assign(copied, { [list]: union(listOf(item, list), listOf(source, list)) });
      return {
        ...merge(copied, copiedTexts(source, texts)),
        ...(details['variations'] === true
          ? { variations: withoutIds(source.variations) as Item['variations'] }
          : {}),
        ...(suppliers['assignedSuppliers'] === true ? { suppliers: source.suppliers } : {}),
      };
    }),
  );
}

function copiedTexts(source: Item, options: Options): object {
  const fields: string[] = Object.entries(textFlags).flatMap(([flag, names]) =>
    options[flag] === true ? names : [],
  );
  const kept = <T extends object>(text: T): T =>
    Object.fromEntries(
      Object.entries(text).filter(
        ([field]) =>
          fields.includes(field) ||
          !Object.values(textFlags)
            .flat()
            .includes(field as keyof Texts),
      ),
    ) as T;
  const { translations, salesChannels, platforms } = source.descriptions;
  return {
    ...kept(textsOf(source)),
    ...(options['languageAndOutputWays'] === true
      ? {
          descriptions: {
            translations: translations.map(kept),
            salesChannels: salesChannels.map(kept),
            platforms: platforms.map(kept),
          },
        }
      : {}),
  };
}

/** @returns the fields at the paths, in an object of the same shape */
function picked(item: Item, paths: readonly string[]): object {
  return paths.reduce<object>((result, path) => {
    const value = reader(path)(item);
    if (value === undefined) return result;
    return merge(
      result,
      path
        .split('.')
        .reverse()
        .reduce<unknown>((inner, step) => ({ [step]: inner }), value) as object,
    );
  }, {});
}

function listOf(item: Item, list: string): readonly unknown[] {
  return (item as unknown as Record<string, readonly unknown[]>)[list] ?? [];
}

function union(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const known = new Set(a.map((one) => JSON.stringify(one)));
  return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))];
}
