import type { Translation } from '../../../store/shared-entities.ts';

export interface SalesUnit {
  readonly id: number;
  translations: Translation[];
}

export interface UnitOfMeasurement {
  readonly id: number;
  displayCode: string;
  translations: Translation[];
}
