/** A fixed type of warehouses or storage locations, as Wawi ships it. */
export interface PlaceType {
  id: string;
  name: string;
  description: string;
  /** The uses of places of the type. */
  scope: string[];
}

export const warehouseTypes: readonly PlaceType[] = [
  { id: 'Standard', name: 'Standardlager', description: 'Lager ohne Lagerplätze', scope: ['Wawi'] },
  { id: 'WMS', name: 'WMS-Lager', description: 'Lager mit Lagerplätzen für JTL-WMS', scope: ['Wawi', 'WMS'] },
  {
    id: 'Fulfillment',
    name: 'Fulfillment-Lager',
    description: 'Lager eines Dienstleisters im JTL-Fulfillment Network',
    scope: ['Fulfillment'],
  },
  { id: 'FBA', name: 'Amazon-FBA-Lager', description: 'Versand durch Amazon', scope: ['Amazon'] },
  {
    id: 'Transit',
    name: 'Transitlager',
    description: 'Ware unterwegs zwischen zwei Lagern',
    scope: ['Wawi'],
  },
];

export const storageLocationTypes: readonly PlaceType[] = [
  {
    id: 'Standard',
    name: 'Standardplatz',
    description: 'Platz für verkaufbare Ware',
    scope: ['Wawi', 'WMS'],
  },
  { id: 'GoodsIn', name: 'Wareneingang', description: 'Platz für eingehende Ware', scope: ['WMS'] },
  { id: 'Packing', name: 'Packtisch', description: 'Platz für Ware, die verpackt wird', scope: ['WMS'] },
  { id: 'Shipping', name: 'Versandplatz', description: 'Platz für versandfertige Pakete', scope: ['WMS'] },
  { id: 'Returns', name: 'Retourenplatz', description: 'Platz für zurückgesandte Ware', scope: ['WMS'] },
];

/** Types of warehouses whose stock the merchant moves and counts; the other ones belong to service providers. */
const ownTypes: ReadonlySet<string> = new Set(['Standard', 'WMS']);

/** @returns whether the merchant moves and counts the stock of a warehouse */
export function isOwnWarehouse({ typeId }: { typeId: string }): boolean {
  return ownTypes.has(typeId);
}

/** @returns the type with the id, or undefined */
export function placeType(types: readonly PlaceType[], id: string): PlaceType | undefined {
  return types.find((type) => type.id === id);
}
