import type { StorageLocation } from '../schema/stock.ts';

/** A number on the wire with its name in the documentation. */
export interface NamedNumber {
  readonly id: number;
  readonly value: number;
  readonly name: string;
}

function named(...names: readonly string[]): readonly NamedNumber[] {
  return names.map((name, value) => ({ id: value, value, name }));
}

// Source: GraphQL 2.3, GetBinLocationById; GraphQL 2.0, CreateWarehouseZoneCommandRequestInput.
export const binLocationStatuses = named('Active', 'Deactivated', 'Locked');
export const binLocationTypes = named(
  'Standard',
  'Shelf',
  'Floor',
  'Rack',
  'Picking',
  'Transfer',
  'Clarification',
);
export const zoneTypes = named('Standard', 'Picking', 'Replenishment', 'Reserve');

/** @returns why a text cannot be the name of a bin location, or undefined */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (name.length > 50) return `has ${name.length} characters; at most 50 are allowed`;
  return name.includes("'") ? 'has an apostrophe; none is allowed' : undefined;
}

/** @returns the number of one of {@link binLocationStatuses} */
export function statusOf({ isActive = true, lockForShipment }: StorageLocation): number {
  if (!isActive) return 1;
  return lockForShipment ? 2 : 0;
}

/** @returns the number of one of {@link binLocationTypes} */
export function typeOf({ binType = 0 }: StorageLocation): number {
  return binType;
}
