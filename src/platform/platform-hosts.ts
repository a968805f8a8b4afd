/** The services that have their own host on the real platform. */
export type PlatformHost = 'auth' | 'id' | 'api' | 'hub' | 'erp' | 'partner';

const pattern = /^(auth|id|api|hub|erp|partner)\.(?:(?:dev|qa|beta)\.)?jtl-cloud\.com$/;

/**
 * @param host a Host header, with or without port
 * @returns the platform's service with that host, or undefined for any other host
 */
export function platformHost(host: string | undefined): PlatformHost | undefined {
  return pattern.exec((host ?? '').replace(/:\d+$/, '').toLowerCase())?.[1] as PlatformHost | undefined;
}

/** The path of a platform host's root on the single origin; paths that already have the prefix stay. */
const prefixes: Record<PlatformHost, string> = {
  auth: '',
  id: '/id',
  api: '',
  hub: '/hub',
  erp: '/shell',
  partner: '/partner',
};

/**
 * @param host the service a request was sent to by name
 * @param path the request's path and query
 * @returns the path on the single origin
 */
export function pathOnSingleOrigin(host: PlatformHost, path: string): string {
  const prefix = prefixes[host];
  // The pages ask the Account Service on their own origin, as the real host page does.
  const ofAccount = path.startsWith('/account/');
  if (prefix === '' || ofAccount || path === prefix || path.startsWith(`${prefix}/`)) return path;
  return `${prefix}${path}`;
}
