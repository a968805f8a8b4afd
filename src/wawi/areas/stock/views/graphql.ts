import type { Stock } from '../schema/stock.ts';
import type { StockReservation } from '../operations/stock-summary.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';

/** Stock and warehouses as GraphQL types have them. */
export const stockViewsGraphql: TypeViews = {
  WarehouseListItem: typeView<'WarehouseListItem'>({ active: 'isActive' }),
  BatchListItem: typeView<'BatchListItem', Stock>({ batch: 'batchNumber' }),
  BestBeforeListItem: typeView<'BestBeforeListItem', Stock>({ bestBeforeDate: 'shelfLifeExpirationDate' }),
  QueryStockItem: typeView<'QueryStockItem', Stock>({
    quantityTotal: 'quantity',
    comment1: (stock) => stock.comment ?? '',
    comment2: () => '',
  }),
  StockReservationListItem: typeView<'StockReservationListItem', StockReservation>({
    platform: 'salesChannelId',
  }),
};
