/** Keywords of the emulator's own schemas that OpenAPI 3.0 does not have. */
const ownKeywords = new Set(['$id', 'expected', 'patternProperties']);

/**
 * Writes a schema of the emulator's inputs as OpenAPI 3.0 does, whose dialect is older than JSON Schema draft 6.
 * @param schema without references
 */
export function openApiSchema(schema: object): Record<string, unknown> {
  const members = Object.entries(schema).filter(([name]) => !ownKeywords.has(name));
  const written = members.flatMap(([name, value]) => keyword(name, value));
  return Object.fromEntries(written);
}

function keyword(name: string, value: unknown): [string, unknown][] {
  switch (name) {
    case 'const':
      return [['enum', [value]]];
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [
        [name.replace('exclusiveM', 'm'), value],
        [name, true],
      ];
    case 'properties':
      return [[name, mapped(value as Record<string, object>)]];
    case 'anyOf':
      return [[name, (value as object[]).map(openApiSchema)]];
    case 'items':
    case 'not':
      return [[name, openApiSchema(value as object)]];
    default:
      return [[name, value]];
  }
}

function mapped(properties: Readonly<Record<string, object>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, openApiSchema(one)]));
}
