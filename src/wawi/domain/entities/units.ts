import type { Translation } from './shared.ts';

export interface SalesUnit {
  readonly id: number;
  translations: Translation[];
}

export interface UnitOfMeasurement {
  readonly id: number;
  displayCode: string;
  translations: Translation[];
}
