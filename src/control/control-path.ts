/**
 * Tag for paths of the control API: what is put into them, such as an id, is encoded, whatever it is.
 * @example controlPath`tenants/${id}/reset`
 */
export function controlPath(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: parts }, ...values.map(encodeURIComponent));
}
