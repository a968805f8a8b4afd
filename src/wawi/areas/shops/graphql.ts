import type { TenantData } from '../../store/tenant-data.ts';
import { without } from '../../store/values/merge.ts';
import { textArgument } from '../../wire/graphql/arguments.ts';
import { one } from '../../wire/graphql/bindings.ts';
import type { CommandBinding, RootBinding, RootBindings } from '../../wire/graphql/call.ts';
import { acts, creates } from '../../wire/graphql/commands.ts';
import { saveCurrencies, shopCurrencies, type CurrencyAssignment } from './operations/currencies.ts';
import {
  saveCustomerGroups,
  shopCustomerGroups,
  type CustomerGroupsDraft,
} from './operations/customer-groups.ts';
import { saveLanguages, shopLanguages, type LanguageAssignment } from './operations/languages.ts';
import { saveTransferParameters, type TransferParameters } from './operations/transfer.ts';

interface OfShop {
  salesChannelId: string;
}

function settings(read: (data: TenantData, channelId: string) => unknown): RootBinding {
  return one('saleschannels.read', ({ data, args }) =>
    read(data, textArgument(args, 'salesChannelId') ?? ''),
  );
}

function saves<D extends OfShop>(save: (data: TenantData, draft: D) => object): CommandBinding {
  return creates<D>('saleschannels.write', (call) => {
    call.assume('shop-settings');
    return call.write((data) => save(data, call.draft));
  });
}

/** Settings of online shops. */
export const shopQueries: RootBindings = {
  QueryShopCurrencies: settings(shopCurrencies),
  QueryShopLanguages: settings(shopLanguages),
  QueryShopCustomerGroups: settings(shopCustomerGroups),
};

/** Commands for the settings of online shops; each replaces the whole list. */
export const shopMutations: RootBindings = {
  SaveShopCurrencies: saves<OfShop & { currencies: CurrencyAssignment[] }>((data, draft) => ({
    currencies: saveCurrencies(data, draft.salesChannelId, draft.currencies),
  })),
  SaveShopLanguages: saves<OfShop & { languages: LanguageAssignment[] }>((data, draft) => ({
    languages: saveLanguages(data, draft.salesChannelId, draft.languages),
  })),
  // The emulator has no shop that the groups are sent to.
  SaveShopCustomerGroups: saves<OfShop & CustomerGroupsDraft>((data, draft) => ({
    customerGroups: saveCustomerGroups(data, draft.salesChannelId, draft),
    resyncFailed: false,
  })),
  SaveShopTransferParameters: acts<OfShop & TransferParameters>('saleschannels.write', (data, { draft }) => {
    saveTransferParameters(data, draft.salesChannelId, without(draft, 'salesChannelId'));
  }),
};
