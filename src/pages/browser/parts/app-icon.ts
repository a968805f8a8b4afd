import type { AppView } from '../../app-view.ts';
import type { AppPages } from './app-pages.ts';
import { element } from './dom.ts';

/**
 * An app's icon; its first letter until the icon is there, and for good when its server does not answer. It is asked
 * first, for the browser would log what it cannot load.
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
