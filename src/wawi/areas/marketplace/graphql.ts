import { nothing } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';

/** Marketplaces, of which the emulator has no data. */
export const marketplaceQueries: RootBindings = {
  QueryMarketplaceNotification: nothing('saleschannels.read'),
  QueryMarketplaceNotificationDetail: nothing('saleschannels.read'),
  QueryMarketplaceOffer: nothing('saleschannels.read'),
  QueryMarketplaceExternalDocument: nothing('saleschannels.read'),
  QueryMarketplaceOrderCancellationRequestUpload: nothing('saleschannels.read'),
  QueryMarketplaceOrderCancellationUpload: nothing('saleschannels.read'),
  QueryMarketplacePaymentUpload: nothing('saleschannels.read'),
  QueryMarketplaceReturnUpload: nothing('saleschannels.read'),
  QueryMarketplaceReturnUploadLineItem: nothing('saleschannels.read'),
  QueryMarketplaceShippingInformationUpload: nothing('saleschannels.read'),
};
