/** An OpenAPI 3.0 schema object, as plain data. */
export type OpenApiSchema = Record<string, unknown>;
