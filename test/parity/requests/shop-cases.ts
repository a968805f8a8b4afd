import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { CommandCase } from './command-cases.ts';

const salesChannelId = '2-2-1';
const path = `/sales-channels/${salesChannelId}/shop`;
const group = packKey('KundenGruppeKey', 1);
const address = { salesChannelId: 'the address of the reads names it' };

/** Commands for settings of online shops. */
export const shopCases: readonly CommandCase[] = [
  {
    mutation: 'SaveShopCurrencies',
    given: () => ({ salesChannelId, 'currencies.currencyCode': 'CHF', 'currencies.isDefault': true }),
    read: async (tools) => assigned(await tools.v2(`${path}/currencies`)),
    unshown: address,
  },
  {
    mutation: 'SaveShopLanguages',
    given: () => ({ salesChannelId, 'languages.iso': 'en', 'languages.isDefault': true }),
    read: async (tools) => assigned(await tools.v2(`${path}/languages`)),
    unshown: address,
  },
  {
    mutation: 'SaveShopCustomerGroups',
    given: () => ({
      salesChannelId,
      'customerGroups.customerGroupId': group,
      'customerGroups.isDefault': true,
      'replacements.removedCustomerGroupId': packKey('KundenGruppeKey', 2),
      'replacements.replacementCustomerGroupId': group,
    }),
    read: async (tools) => assigned(await tools.v2(`${path}/customer-groups`)),
    unshown: { ...address, replacements: 'customers of removed groups show it (test/graphql/shop-cases.ts)' },
  },
  {
    mutation: 'SaveShopTransferParameters',
    given: () => ({ salesChannelId, orderTransferCount: 17 }),
    read: (tools) => tools.v2(`${path}/transfer-parameters`),
    unshown: address,
  },
];

function assigned(rows: unknown): unknown[] {
  return (rows as { isAssigned: boolean }[]).filter((row) => row.isAssigned);
}
