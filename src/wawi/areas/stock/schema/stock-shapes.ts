import type { SerialNumber, Stock, StockChange, StockEntities, StorageLocation, Warehouse } from './stock.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { address } from '../../../store/shapes/shared.ts';

const warehouse: Shape<Warehouse> = {
  id: 'id',
  name: 'text',
  code: 'text',
  typeId: 'text',
  description: 'text',
  priority: 'whole',
  companyId: 'whole',
  address,
  lockForShipment: 'flag',
  lockForAvailability: 'flag',
  isActive: 'flag',
};

const storageLocation: Shape<StorageLocation> = {
  id: 'id',
  warehouseId: 'whole',
  name: 'text',
  typeId: 'text',
  sortNumber: 'whole',
  priority: 'whole',
  lockForShipment: 'flag',
  lockForAvailability: 'flag',
  comment: 'text',
  dimensions: { length: 'amount', width: 'amount', height: 'amount' },
};

const stock: Shape<Stock> = {
  id: 'id',
  quantity: 'amount',
  comment: 'text',
  itemId: 'whole',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
};

const stockChange: Shape<StockChange> = {
  id: 'id',
  quantity: 'amount',
  changedDate: 'instant',
  comment: 'text',
  userName: 'text',
  purchasePriceNet: 'amount',
  serialNumbers: ['text'],
  itemId: 'whole',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
};

const serialNumber: Shape<SerialNumber> = {
  id: 'id',
  itemId: 'whole',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  serialNumber: 'text',
  isActive: 'flag',
};

export const stockShapes: Shapes<StockEntities> = {
  warehouse,
  storageLocation,
  stock,
  stockChange,
  serialNumber,
};
