import type { IncomingMessage } from 'node:http';
import { optionOf } from '../../platform/assumptions.ts';
import type { Tenant } from '../../platform/model.ts';
import { pathOf } from '../../platform/request-path.ts';
import type { Platform } from '../../platform/platform.ts';
import { apiVersionOf } from '../../platform/tenant-version.ts';
import { apiVersions, majorVersion, newestV1, type AnyVersion, type Major } from '../contract/versions.ts';
import { ApiError } from '../wire/access/api-errors.ts';

/** The part of a path that tells the version. */
interface Named {
  named: Major | undefined;
  isGraphql: boolean;
}

interface Choice {
  version: AnyVersion;
  /** Whether no header names the version. */
  isAssumed: boolean;
}

const known: readonly AnyVersion[] = [...apiVersions.v1, ...apiVersions.v2];

/**
 * Chooses the version of the API by the header `api-version`, which stands above the tenant's own version; `1` is
 * `1.0`.
 * @returns the version, or the refusal of a header that names an unknown version or another one than the path
 */
export function versionFor(
  request: IncomingMessage,
  { named, isGraphql }: Named,
  tenant: Tenant,
  { config }: Platform,
): Choice | ApiError {
  const header = request.headers['api-version']?.toString().trim() || undefined;
  if (header === undefined) {
    const isOld = optionOf('api-version-missing', config) === 'earliest';
    if (named === 'v2' || isGraphql)
      return { version: isOld ? apiVersions.v2[0] : apiVersionOf(tenant, config), isAssumed: true };
    return { version: isOld ? apiVersions.v1[0] : newestV1, isAssumed: true };
  }
  const version = known.find((one) => one === (header.includes('.') ? header : `${header}.0`));
  if (version === undefined) return unknownVersion(pathOf(request), header);
  if (named !== undefined && majorVersion(version) !== named) return ambiguousVersion(named, version);
  return { version, isAssumed: false };
}

/** In ASP.NET's words, by which clients recognise that they may try another version. */
function unknownVersion(path: string, header: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'UnsupportedApiVersion',
    message: `The HTTP resource that matches the request URI '${path}' does not support the API version '${header}'.`,
    reason: `api-version is '${header}'; send one of ${known.join(', ')}`,
  });
}

/** In ASP.NET's words as well. */
function ambiguousVersion(named: Major, version: AnyVersion): ApiError {
  const ofPath = named === 'v1' ? '1.0' : '2.0';
  return new ApiError({
    status: 400,
    code: 'AmbiguousApiVersion',
    message: `The following API versions were requested: ${[ofPath, version].sort().join(', ')}. At most, only a single API version may be specified. Please update the intended API version and retry the request.`,
    reason: `the path names version ${named.slice(1)} and api-version is '${version}'; send one of ${apiVersions[named].join(', ')} or leave the version out of the path`,
  });
}
