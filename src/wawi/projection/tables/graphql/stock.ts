import type { Stock } from '../../../domain/entities/stock.ts';
import type { StockReservation } from '../../../domain/operations/stock-summary.ts';
import { view, type ViewTable } from '../../views.ts';

/** Stock, warehouses and packages as GraphQL types have them. */
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
  DeliveryNoteItem: view({ createdAt: 'deliveryNoteDate' }),
};
