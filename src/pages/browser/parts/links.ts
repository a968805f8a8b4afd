/** The platform's pages, and the host of each on the real platform. */
const hosts = { hub: 'hub', shell: 'erp', partner: 'partner' } as const;

/**
 * @param query with its `?`, or empty
 * @returns the address of another page: below its path here, or on its own host when this page has its own host
 */
export function pageUrl(page: keyof typeof hosts, query = ''): string {
  const real = /^(?:hub|erp|partner)\.((?:\w+\.)?jtl-cloud\.com)$/.exec(location.hostname);
  if (real === null) return `/${page}/${query}`;
  const port = location.port === '' ? '' : `:${location.port}`;
  return `${location.protocol}//${hosts[page]}.${real[1] ?? ''}${port}/${query}`;
}
