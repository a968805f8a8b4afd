import type { Stock } from '../schema/stock.ts';
import type { StockReservation } from '../operations/stock-summary.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';

/** Stock and warehouses as GraphQL types have them. */
export const stockViewsGraphql: ViewTable = {
  WarehouseListItem: view({ active: 'isActive' }),
  BatchListItem: view<Stock>({ batch: 'batchNumber' }),
  BestBeforeListItem: view<Stock>({ bestBeforeDate: 'shelfLifeExpirationDate' }),
  QueryStockItem: view<Stock>({
    quantityTotal: 'quantity',
    comment1: (stock) => stock.comment ?? '',
    comment2: () => '',
  }),
  StockReservationListItem: view<StockReservation>({ platform: 'salesChannelId' }),
};
