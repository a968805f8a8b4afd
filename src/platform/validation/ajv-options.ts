/**
 * The settings of every check of the emulator's own inputs. `verbose` brings the schema that a value violates, whose
 * `expected` the message quotes. Formats are notes for editors; patterns do the checking.
 */
export const ajvOptions = {
  allErrors: true,
  verbose: true,
  strict: false,
  strictNumbers: true,
  allowUnionTypes: true,
  validateFormats: false,
  addUsedSchema: false,
  meta: false,
  validateSchema: false,
} as const;
