import type { Platform } from './platform.ts';

/**
 * Deletes an app with its installations, and its tokens, codes and grants: an app that registers later under the same
 * ids does not inherit them.
 * @param id app id, slug or client id
 * @throws NotFound
 */
export async function deleteApp(
  { registry, tokens }: Pick<Platform, 'registry' | 'tokens'>,
  id: string,
): Promise<void> {
  const app = await registry.deleteApp(id);
  await tokens.forgetApp(app);
}
