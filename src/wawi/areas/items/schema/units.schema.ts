import { translation } from '../../../store/shared-entities.schema.ts';
import { entity, list, text } from '../../../store/fields.ts';

export const salesUnit = entity({
  translations: list(translation),
});

export const unitOfMeasurement = entity({
  displayCode: text,
  translations: list(translation),
});
