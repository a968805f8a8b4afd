import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Sales channels in v1; companies, tax classes and shipping methods are named as in the domain. */
export const masterViewsV1 = {
  SalesChannel: v1View<'SalesChannel'>({ Id: 'channelId' }),
} satisfies V1Views;
