import type { AppView } from '../../app-view.ts';
import type { AppPages } from './app-pages.ts';
import { element } from './dom.ts';

/**
 * An app's icon. Its first letter shows until the icon is loaded, and stays when the server does not answer. The page
 * asks for the server first, because the browser would log a failed image.
 */
export function appIcon({ icon, name }: AppView, pages: AppPages): HTMLElement {
  const letter = element('span', { 'aria-hidden': 'true' }, name.trim().charAt(0).toUpperCase());
  const tile = element('div', { class: 'icon' }, letter);
  if (icon !== undefined) void show(icon);
  return tile;

  async function show(src: string): Promise<void> {
    const local = new URL(src).protocol === 'data:';
    if (!local && !(await pages.isUp(src).catch(() => false))) return;
    const load = () => tile.replaceChildren(image);
    const image = element('img', { src, alt: '', on: { load } });
  }
}
