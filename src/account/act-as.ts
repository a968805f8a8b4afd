import type { Manifest } from '../platform/manifests/model.ts';

/**
 * Whether an app may act as the users of its tenants. The opt-in is documented, its place in the manifest is not;
 * `authentication.actAsUser`, beside the public client, is our choice.
 */
export function optsIntoActAs({ source }: Manifest): boolean {
  return [source, objectIn(source, 'manifest')].some(
    (manifest) => objectIn(manifest, 'authentication')?.['actAsUser'] === true,
  );
}

function objectIn(
  value: Record<string, unknown> | undefined,
  name: string,
): Record<string, unknown> | undefined {
  const inner = value?.[name];
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : undefined;
}
