import type { PropertyTypes } from '../contract/load.ts';
import { textsOrCommas } from '../wire/views/list-fields.ts';
import type { ViewTable } from '../wire/views/views.ts';
import { viewsV1 } from './views-v1.ts';

/** Properties that on-premise builds answer with another type than the published contract says, as clients read them. */
export const onPremiseTypes: PropertyTypes = {
  Item: { ActiveSalesChannels: 'string[]' },
  Category: { ActiveSalesChannels: 'string[]' },
};

/** v1 as a merchant's own Wawi answers it. */
export const onPremiseViewsV1: ViewTable = {
  ...viewsV1,
  Item: withChannelList('Item'),
  Category: withChannelList('Category'),
};

function withChannelList(schema: string): ViewTable[string] {
  const fields = {
    ...viewsV1[schema]?.fields,
    ActiveSalesChannels: { read: 'activeSalesChannels', write: textsOrCommas('activeSalesChannels') },
  };
  return { ...viewsV1[schema], fields };
}
