import type { AppView } from '../../app-view.ts';
import { paneContexts } from '../../../platform/manifests/model.ts';
import type { MenuItem } from '../../../platform/manifests/model.ts';
import { element } from './dom.ts';
import { text } from './texts.ts';

/** A view of the shell: a list of the ERP, or an app's menu item or setup. */
export interface Place {
  view: string;
  app?: string;
}

/**
 * The shell's menu: the ERP's own lists, then the items of every installed app with their children; an app whose setup
 * is pending shows its setup instead.
 * @param go opens a place
 */
export function shellMenu(apps: readonly AppView[], here: Place, go: (place: Place) => void): HTMLElement {
  const link = (place: Place, label: string) =>
    element(
      'a',
      {
        href: `?${new URLSearchParams({ ...place }).toString()}`,
        'data-action': 'open-view',
        'data-view': place.view,
        'data-app': place.app,
        'aria-current': place.view === here.view && place.app === here.app ? 'page' : undefined,
        on: {
          click(event) {
            event.preventDefault();
            go(place);
          },
        },
      },
      label,
    );
  const items = (app: AppView, list: MenuItem[]): HTMLElement =>
    element(
      'ul',
      {},
      ...list.map((item) =>
        element(
          'li',
          {},
          item.url === undefined
            ? element('span', {}, item.name)
            : link({ app: app.slug, view: item.id }, item.name),
          item.children.length > 0 && items(app, item.children),
        ),
      ),
    );
  const ofApp = (app: AppView): HTMLElement | undefined => {
    if (app.installation === undefined) return undefined;
    if (app.installation.status === 'SETUP_COMPLETED') {
      return app.menuItems.length === 0 ? undefined : items(app, app.menuItems);
    }
    const label = `${app.name}: ${text('pending')}`;
    return element('ul', {}, element('li', {}, link({ app: app.slug, view: 'setup' }, label)));
  };
  return element(
    'nav',
    { class: 'menu', 'aria-label': text('menu') },
    element('ul', {}, ...paneContexts.map((view) => element('li', {}, link({ view }, text(view))))),
    ...apps.map(ofApp),
  );
}

/** @returns the menu item with the id at any depth, or the first one with a page if no id is given */
export function findMenuItem(items: readonly MenuItem[], id: string | undefined): MenuItem | undefined {
  for (const item of items) {
    if (id === undefined ? item.url !== undefined : item.id === id) return item;
    const inner = findMenuItem(item.children, id);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/**
 * The view of a deep link. If it names only an app, its first page; if only a menu item, that item of any app;
 * otherwise the customers.
 * @param slug id or slug of an app
 */
export function placeOf(apps: readonly AppView[], view: string | undefined, slug: string | undefined): Place {
  const ofErp = paneContexts.find((context) => context === view);
  if (ofErp !== undefined) return { view: ofErp };
  if (slug !== undefined) {
    const app = apps.find((one) => one.id === slug || one.slug === slug);
    const first = findMenuItem(app?.menuItems ?? [], undefined)?.id;
    return { view: view ?? first ?? 'setup', app: app?.slug ?? slug };
  }
  if (view === undefined) return { view: paneContexts[0] };
  const owner = apps.find((app) => findMenuItem(app.menuItems, view) !== undefined);
  return owner === undefined ? { view } : { view, app: owner.slug };
}
