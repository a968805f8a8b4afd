import type { EntityKind } from '../store/collection.ts';

export interface Warehouse {
  readonly id: number;
  name: string;
}

export interface StockEntities {
  warehouse: Warehouse;
}

export const stockKinds: { [N in keyof StockEntities]: EntityKind<StockEntities[N]> } = {
  warehouse: { key: 'WarenlagerKey', label: 'warehouse' },
};
