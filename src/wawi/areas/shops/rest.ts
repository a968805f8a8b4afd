import type { TenantData } from '../../store/tenant-data.ts';
import type { BindingsV2, Handler } from '../../wire/rest/call.ts';
import { assuming } from '../../wire/rest/bindings.ts';
import { textParam } from '../../wire/rest/params.ts';
import { saveCurrencies, shopCurrencies, type CurrencyAssignment } from './operations/currencies.ts';
import {
  saveCustomerGroups,
  shopCustomerGroups,
  type CustomerGroupsDraft,
} from './operations/customer-groups.ts';
import { saveLanguages, shopLanguages, type LanguageAssignment } from './operations/languages.ts';
import {
  saveTransferParameters,
  transferParameters,
  type TransferParameters,
} from './operations/transfer.ts';

function settings(read: (data: TenantData, channelId: string) => object): Handler {
  return (call) => ({ value: read(call.data, textParam(call, 'salesChannelId')) });
}

function saves<D>(save: (data: TenantData, channelId: string, draft: D) => object): Handler {
  return async (call) => ({
    value: await call.write((data) => save(data, textParam(call, 'salesChannelId'), call.draft as D)),
  });
}

/** Settings of online shops; each PUT replaces the whole list. */
export const shopBindingsV2: BindingsV2 = assuming('shop-settings', {
  'GET /sales-channels/{salesChannelId}/shop/currencies': settings(shopCurrencies),
  'PUT /sales-channels/{salesChannelId}/shop/currencies': saves<{ currencies: CurrencyAssignment[] }>(
    (data, channelId, draft) => ({ currencies: saveCurrencies(data, channelId, draft.currencies) }),
  ),
  'GET /sales-channels/{salesChannelId}/shop/languages': settings(shopLanguages),
  'PUT /sales-channels/{salesChannelId}/shop/languages': saves<{ languages: LanguageAssignment[] }>(
    (data, channelId, draft) => ({ languages: saveLanguages(data, channelId, draft.languages) }),
  ),
  'GET /sales-channels/{salesChannelId}/shop/customer-groups': settings(shopCustomerGroups),
  'PUT /sales-channels/{salesChannelId}/shop/customer-groups': saves<CustomerGroupsDraft>(
    (data, channelId, draft) => ({
      customerGroups: saveCustomerGroups(data, channelId, draft),
      resyncFailed: false,
    }),
  ),
  'GET /sales-channels/{salesChannelId}/shop/transfer-parameters': settings(transferParameters),
  'PUT /sales-channels/{salesChannelId}/shop/transfer-parameters': saves<Partial<TransferParameters>>(
    (data, channelId, draft) => {
      saveTransferParameters(data, channelId, draft);
      return transferParameters(data, channelId);
    },
  ),
});
