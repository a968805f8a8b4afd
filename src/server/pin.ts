import { packageVersion } from '../platform/package-root.ts';

/**
 * Reads the version that a project was tested with.
 * @throws Error for another version than this one: answers may differ between versions, as CHANGELOG.md says
 */
export function pinnedVersion(value: string): string {
  if (!/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value))
    throw new Error(`must be a version such as ${packageVersion}`);
  if (value !== packageVersion) {
    throw new Error(
      `this is version ${packageVersion}; install jtl-platform-emulator@${value}, or pin ${packageVersion} once your tests pass with it`,
    );
  }
  return value;
}
