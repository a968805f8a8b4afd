import { wrongState } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { assignmentProblems } from '../rules/assignments.ts';
import { refuse, saveShop, shopOf } from './shops.ts';

export interface CustomerGroupAssignment {
  customerGroupId: number;
  isDefault: boolean;
}

/** The group that the customers of a removed group move to. */
export interface CustomerGroupReplacement {
  removedCustomerGroupId: number;
  replacementCustomerGroupId: number;
}

export interface CustomerGroupsDraft {
  customerGroups?: readonly CustomerGroupAssignment[] | null;
  replacements?: readonly CustomerGroupReplacement[] | null;
}

/** A customer group of Wawi as a shop has it. */
export interface ShopCustomerGroup extends CustomerGroupAssignment {
  isAssigned: boolean;
}

/**
 * @returns every customer group of Wawi, with its assignment to the shop
 * @throws DomainError `not-found` for an unknown shop
 */
export function shopCustomerGroups(data: TenantData, channelId: string): ShopCustomerGroup[] {
  const { customerGroups } = shopOf(data, channelId);
  const assigned = new Map(customerGroups.map((one) => [one.customerGroupId, one.isDefault]));
  return [...data.of('customerGroup').byId()].map(({ id }) => ({
    customerGroupId: id,
    isAssigned: assigned.has(id),
    isDefault: assigned.get(id) ?? false,
  }));
}

/**
 * Replaces the customer groups of a shop; the customers of a removed group move to its replacement.
 * Source: REST 2.2, save shop customer groups.
 *
 * @returns the assigned groups, in the order of the request
 * @throws DomainError `not-found` for an unknown shop; `missing-reference` for an unknown group; `invalid` for an empty
 *   list, none or several defaults; `state` for removed groups that have customers and no replacement
 */
export function saveCustomerGroups(
  data: TenantData,
  channelId: string,
  draft: CustomerGroupsDraft,
): ShopCustomerGroup[] {
  const before = shopOf(data, channelId).customerGroups;
  const customerGroups = draft.customerGroups ?? [];
  const entries = customerGroups.map((one) => ({ key: one.customerGroupId, isDefault: one.isDefault }));
  refuse(assignmentProblems('customerGroups', entries));
  for (const { key } of entries) referenced(data, 'customerGroup', key, 'customerGroups[].customerGroupId');
  const kept = new Set(entries.map(({ key }) => key));
  const removed = before.map((one) => one.customerGroupId).filter((id) => !kept.has(id));
  moveCustomers(data, removed, replacementsOf(draft, kept));
  saveShop(data, channelId, { customerGroups: customerGroups.map((one) => ({ ...one })) });
  const all = shopCustomerGroups(data, channelId);
  return entries.flatMap(({ key }) => all.find((one) => one.customerGroupId === key) ?? []);
}

function replacementsOf(
  { replacements }: CustomerGroupsDraft,
  kept: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const pairs = (replacements ?? []).map(
    (one) => [one.removedCustomerGroupId, one.replacementCustomerGroupId] as const,
  );
  const stray = pairs.find(([, replacement]) => !kept.has(replacement));
  if (stray)
    refuse([
      {
        path: 'replacements[].replacementCustomerGroupId',
        message: `The group ${stray[1]} is not among the groups of the shop; name one that is.`,
      },
    ]);
  return new Map(pairs);
}

function moveCustomers(
  data: TenantData,
  removed: readonly number[],
  replacements: ReadonlyMap<number, number>,
): void {
  const customers = [...data.of('customer').values()].filter((one) => removed.includes(one.customerGroupId));
  const open = new Set(customers.map((one) => one.customerGroupId).filter((id) => !replacements.has(id)));
  if (open.size > 0)
    throw wrongState(
      `The customer groups ${[...open].join(', ')} still have customers; name a replacement for each of them.`,
    );
  for (const { id, customerGroupId } of customers)
    data.update('customer', id, { customerGroupId: replacements.get(customerGroupId)! });
}
