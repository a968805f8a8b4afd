import { view, type ViewTable } from '../../../wire/views/views.ts';

/** Sales channels in v1; companies, tax classes and shipping methods are named as in the domain. */
export const masterViewsV1 = {
  SalesChannel: view({ Id: 'channelId' }),
} satisfies ViewTable;
