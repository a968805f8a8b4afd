/**
 * @param template a path such as `/sales-orders/{salesOrderId}`
 * @returns a form that is equal for templates of the same path: letter case, hyphens and names of parameters differ
 *   between versions and sources
 */
export function comparablePath(template: string): string {
  return template
    .replace(/\{\w+\}/g, '{}')
    .replaceAll('-', '')
    .toLowerCase();
}

/** @returns the names of a template's parameters, in order */
export function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
