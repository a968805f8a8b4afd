/** The platform's pages, and the host each has of its own on the real platform. */
const hosts = { hub: 'hub', shell: 'erp', partner: 'partner' } as const;

/**
 * @param query with its `?`, or empty
 * @returns where another page lies: below its path here, or on its own host when this one is served by such a host
 */
export function pageUrl(page: keyof typeof hosts, query = ''): string {
  const real = /^(?:hub|erp|partner)\.((?:\w+\.)?jtl-cloud\.com)$/.exec(location.hostname);
  if (real === null) return `/${page}/${query}`;
  const port = location.port === '' ? '' : `:${location.port}`;
  return `${location.protocol}//${hosts[page]}.${real[1] ?? ''}${port}/${query}`;
}
