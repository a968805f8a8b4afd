import type { Manifest, MenuItem } from '../platform/manifests/model.ts';

/** @returns every page of an app that the platform shows in a frame */
export function framedUrls({ lifecycle, erp }: Manifest): string[] {
  const menuUrls = (items: MenuItem[]): (string | undefined)[] =>
    items.flatMap((item) => [item.url, ...menuUrls(item.children)]);
  const urls = [
    lifecycle.setupUrl,
    erp.headlessUrl,
    ...menuUrls(erp.menuItems),
    ...erp.panes.map(({ url }) => url),
  ];
  return urls.filter((url) => url !== undefined);
}
