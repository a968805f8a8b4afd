import type { Category } from '../schema/item-master.ts';
import type { Item } from '../schema/items.ts';
import { invalid } from '../../../store/errors.ts';
import { completed, merge, without } from '../../../store/values/merge.ts';
import { mergeAttributes, type AttributeChange } from '../rules/attribute-values.ts';
import { completeTexts } from '../rules/item-defaults.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem } from './items.ts';
import { checkChannels } from '../../master-data/operations/sales-channels.ts';

type NewCategory = Omit<Category, 'id'>;

/** @param fields the known fields of a new category; the others get the values of a new one in Wawi */
export function newCategory(fields: object): NewCategory {
  return completed(freshCategory(), fields);
}

function freshCategory(): NewCategory {
  return {
    name: '',
    descriptions: { translations: [], salesChannels: [], platforms: [] },
    sortNumber: 0,
    activeSalesChannels: [],
    attributes: [],
    customFields: [],
    discounts: [],
    hiddenForCustomerGroups: [],
  };
}

/**
 * Creates a category; parent id 0 or none puts it at the top.
 * @throws DomainError for a missing name, references that lead nowhere
 */
export function createCategory(data: TenantData, draft: object): Category {
  const { attributes, ...fields } = draft as { attributes?: AttributeChange[] | null };
  const fresh = newCategory(fields);
  const category = atTop({
    ...fresh,
    descriptions: completeTexts(fresh.descriptions),
    attributes: mergeAttributes([], attributes ?? []),
  });
  check(data, category);
  return data.insert('category', category);
}

/**
 * Changes a category, field by field; attribute values are merged entry by entry, all other lists replaced.
 * @throws DomainError `not-found`, or as {@link createCategory}; `invalid` for a parent below the category
 */
export function updateCategory(data: TenantData, id: number, draft: object): Category {
  const { attributes, ...fields } = draft as { attributes?: AttributeChange[] | null };
  const before = data.get('category', id);
  const changed = completed(freshCategory(), merge(before, fields));
  const category = atTop({
    ...changed,
    descriptions: completeTexts(changed.descriptions),
    attributes: attributes === null ? [] : mergeAttributes(before.attributes, attributes ?? []),
  });
  check(data, category, id);
  return data.replace('category', id, category);
}

/**
 * Deletes a category that no item is in.
 * @param childDestination where its children move; without it a category with children stays
 * @throws DomainError `not-found`, `referenced`, `invalid` for a destination inside the category
 */
export function deleteCategory(data: TenantData, id: number, childDestination?: number): void {
  data.get('category', id);
  if (childDestination !== undefined) {
    for (const child of [...data.of('category').where('parentCategoryId', id)])
      updateCategory(data, child.id, { parentCategoryId: childDestination });
  }
  data.delete('category', id);
}

/** Puts items into a category; those in it already stay. */
export function addItemsToCategory(
  data: TenantData,
  id: number,
  itemIds: readonly number[],
  now: string,
): void {
  data.get('category', id);
  for (const itemId of itemIds) {
    const { categories } = data.get('item', itemId);
    if (categories.some(({ categoryId }) => categoryId === id)) continue;
    changeItem(data, itemId, now, (item) => ({ ...item, categories: [...categories, { categoryId: id }] }));
  }
}

/** How deep a category lies: 1 at the top. */
export function levelOf(data: TenantData, category: Category): number {
  let level = 1;
  for (let at = category.parentCategoryId; at !== undefined; level++)
    at = data.of('category').get(at)?.parentCategoryId;
  return level;
}

/** Wawi writes the top of the tree as parent 0. */
function atTop(category: NewCategory): NewCategory {
  return category.parentCategoryId === 0 ? without(category, 'parentCategoryId') : category;
}

function check(data: TenantData, category: NewCategory, id?: number): void {
  if (category.name.trim() === '') throw invalid('name', 'The name is empty; a category needs one.');
  for (
    let at = category.parentCategoryId;
    at !== undefined;
    at = data.of('category').get(at)?.parentCategoryId
  ) {
    if (at === id)
      throw invalid(
        'parentCategoryId',
        `The category ${id} cannot lie below ${category.parentCategoryId ?? ''}, which lies below it.`,
      );
  }
  checkChannels(data, [
    ...category.activeSalesChannels,
    ...category.descriptions.salesChannels.map((one) => one.salesChannelId),
    ...category.attributes.flatMap((one) => one.salesChannelValues.map((value) => value.salesChannelId)),
    ...category.discounts.map((one) => one.salesChannelId),
    ...category.hiddenForCustomerGroups.map((one) => one.salesChannelId),
  ]);
}

/**
 * @param withSubcategories whether the items of all categories below count as well
 * @returns the items that are assigned to a category, each once, in the order of their ids
 * @throws DomainError `not-found`
 */
export function itemsInCategory(data: TenantData, categoryId: number, withSubcategories: boolean): Item[] {
  data.get('category', categoryId);
  const categories = new Set([categoryId]);
  // A set visits what is added while it is walked: the subcategories of subcategories.
  if (withSubcategories)
    for (const parent of categories)
      for (const { id } of data.of('category').where('parentCategoryId', parent)) categories.add(id);
  return [...data.of('item').values()]
    .filter((item) => item.categories.some((one) => categories.has(one.categoryId)))
    .sort((a, b) => a.id - b.id);
}
