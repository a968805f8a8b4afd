import { Ajv, type ValidateFunction } from 'ajv';
import { ajvOptions } from './ajv-options.ts';

const ajv = new Ajv(ajvOptions);

/** @returns a function that checks values against a JSON Schema */
export function compile(schema: object): ValidateFunction {
  return ajv.compile(schema);
}
