import type { Static } from 'typebox';
import type { salesUnit, unitOfMeasurement } from './units.schema.ts';

export type SalesUnit = Static<typeof salesUnit>;

export type UnitOfMeasurement = Static<typeof unitOfMeasurement>;
