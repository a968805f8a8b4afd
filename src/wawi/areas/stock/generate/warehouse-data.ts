import { zero } from '../../../store/values/decimal.ts';
import type { StorageLocation } from '../schema/stock.ts';
import type { Rows } from '../../../store/tenant-data.ts';

const address = {
  id: 0,
  company: 'Musterfirma GmbH',
  street: 'Rheinstraße 7',
  postalCode: '41836',
  city: 'Hückelhoven',
  countryIso: 'DE',
  phoneNumber: '+49 2433 805700',
};

/** Ids far from those that addresses of customers and documents are given. */
const addressIds = { standard: 900_001, wms: 900_002 };

/** The warehouses of a freshly set up Wawi: one without bins, one with a few for JTL-WMS. */
export const warehouseData: Rows = {
  warehouse: [
    {
      id: 1,
      name: 'Standardlager',
      code: 'STD',
      typeId: 'Standard',
      description: 'Hauptlager',
      priority: 1,
      companyId: 1,
      address: { ...address, id: addressIds.standard },
      lockForShipment: false,
      lockForAvailability: false,
      isActive: true,
    },
    {
      id: 2,
      name: 'WMS-Lager',
      code: 'WMS',
      typeId: 'WMS',
      description: 'Lager mit Lagerplätzen',
      priority: 2,
      companyId: 1,
      address: { ...address, id: addressIds.wms, street: 'Industriestraße 12' },
      lockForShipment: false,
      lockForAvailability: false,
      isActive: true,
    },
  ],
  storageLocation: [
    location(1, 1, 'Standardlager', 'Standard'),
    location(2, 2, 'A-01-01', 'Standard'),
    location(3, 2, 'A-01-02', 'Standard'),
    location(4, 2, 'B-01-01', 'Standard'),
    location(5, 2, 'WE-01', 'GoodsIn'),
    location(6, 2, 'RET-01', 'Returns'),
  ],
  pickListTemplate: [
    { id: 1, name: 'Alle versandfertigen Aufträge', maxOrders: 20 },
    { id: 2, name: 'Einzelauftrag', maxOrders: 1 },
  ],
};

/** Goods that have just come in or come back are not for sale yet. */
function location(id: number, warehouseId: number, name: string, typeId: string): StorageLocation {
  const locked = typeId !== 'Standard';
  return {
    id,
    warehouseId,
    name,
    typeId,
    sortNumber: id,
    priority: id,
    lockForShipment: locked,
    lockForAvailability: locked,
    dimensions: { length: zero, width: zero, height: zero },
  };
}
