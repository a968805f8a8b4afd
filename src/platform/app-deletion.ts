import type { Platform } from './platform.ts';

/**
 * Deletes an app with its installations and ends what was issued to it: an app registered later under the same ids
 * inherits nothing.
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
