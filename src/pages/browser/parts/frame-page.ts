import { call, whenSignedOut } from './api.ts';
import type { SessionState, TenantChoice } from './api.ts';
import { actionButton, choice, element, notice } from './dom.ts';
import { pageUrl } from './links.ts';
import { text } from './texts.ts';
import type { TextKey } from './texts.ts';

/** The parameters of a page's URL, which are its deep link. */
export function parameters(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Goes to another view of the same page: changes parameters (undefined removes one) and keeps the others. */
export function navigate(change: Record<string, string | undefined>, render: () => void): void {
  const wanted = parameters();
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) wanted.delete(key);
    else wanted.set(key, value);
  }
  history.pushState(null, '', `?${wanted.toString()}`);
  render();
}

/** The common frame of a page: the signed-in user, the open tenant, links to the other pages. */
export interface OpenPage {
  session: SessionState & { user: NonNullable<SessionState['user']> };
  /** Undefined on pages without a tenant. */
  tenant: TenantChoice | undefined;
  /** The element for the page's own content. */
  main: HTMLElement;
  header: HTMLElement;
}

/**
 * Draws the frame, or the sign-in in its place.
 * @param needsTenant whether the page is about one tenant
 * @returns the open page, or undefined while the user has to choose first
 */
export async function openPage(title: TextKey, needsTenant: boolean): Promise<OpenPage | undefined> {
  const session = await call<SessionState>('GET', 'session');
  const { user } = session;
  if (user === null) {
    document.body.replaceChildren(signIn(session));
    return undefined;
  }
  whenSignedOut(() => void askToSignInAgain());
  const wanted = parameters().get('tenant');
  const tenant = session.tenants.find(({ id, slug }) => wanted === null || wanted === id || wanted === slug);
  const main = element('main', { id: 'main', tabindex: '-1' });
  const header = pageHeader(title, session, needsTenant, tenant);
  document.body.replaceChildren(header, main);
  if (needsTenant && tenant === undefined) {
    main.append(notice('error', `${text('unknownTenant')} ${wanted ?? ''}`), tenantLinks(session));
    return undefined;
  }
  return { session: { ...session, user }, tenant, main, header };
}

function pageHeader(
  title: TextKey,
  session: SessionState,
  needsTenant: boolean,
  tenant: TenantChoice | undefined,
): HTMLElement {
  const links = (['hub', 'shell', 'partner'] as const).map((page) => {
    const here = document.body.dataset['page'] === page;
    const query = needsTenant && tenant !== undefined ? `?tenant=${tenant.slug}` : '';
    return element(
      'a',
      { href: pageUrl(page, query), 'aria-current': here ? 'page' : undefined },
      text(page),
    );
  });
  const tenants = session.tenants.map(({ slug, name }) => ({ value: slug, text: name }));
  return element(
    'header',
    { class: 'page-header' },
    element('a', { class: 'skip', href: '#main' }, text('menu')),
    element('h1', {}, text(title), element('small', {}, 'Emulator')),
    element('nav', { 'aria-label': 'JTL' }, ...links),
    needsTenant && choice(text('tenant'), 'switch-tenant', tenants, tenant?.slug, switchTenant),
    element('span', { class: 'user', 'data-user': session.user?.email ?? '' }, session.user?.name ?? ''),
    actionButton('sign-out', text('signOut'), signOut),
  );
}

/** Reloads the page for another tenant, so that no frame, token or selection of one tenant stays in another. */
function switchTenant(slug: string): void {
  location.search = inTenant(slug);
}

/** @returns the query of this page in another tenant */
function inTenant(slug: string): string {
  const kept = parameters();
  for (const key of ['id', 'step']) kept.delete(key);
  kept.set('tenant', slug);
  return `?${kept.toString()}`;
}

function tenantLinks({ tenants }: SessionState): HTMLElement {
  const links = tenants.map(({ slug, name }) =>
    element('li', {}, element('a', { href: inTenant(slug), 'data-tenant': slug }, name), ` ${slug}`),
  );
  return element('section', {}, element('h2', {}, text('yourTenants')), element('ul', {}, ...links));
}

async function signOut(): Promise<void> {
  await call('DELETE', 'session');
  location.search = '';
}

/** The user is no longer signed in: no action on the page works, and its content must not stay visible. */
async function askToSignInAgain(): Promise<void> {
  const session = await call<SessionState>('GET', 'session');
  // An endpoint may refuse for another reason, such as a fault.
  if (session.user !== null || document.querySelector('.sign-in') !== null) return;
  const why = notice('warn', text('signInAgain'), text('signInAgainHint'));
  document.body.replaceChildren(signIn(session, why));
}

/** @param why the reason for an unexpected sign-in */
function signIn({ users }: SessionState, why?: HTMLElement): HTMLElement {
  const enter = async (user: string) => {
    await call('POST', 'session', { user });
    const here = parameters();
    // A link that names a user would sign in the same user again.
    here.delete('user');
    history.replaceState(null, '', `?${here.toString()}`);
    location.reload();
  };
  return element(
    'main',
    { class: 'sign-in' },
    why,
    element('h1', {}, text('signInAs')),
    element('p', {}, text('signInHint')),
    ...users.map(({ id, name, email }) =>
      actionButton('sign-in', `${name} · ${email}`, () => enter(id), { 'data-user': email }),
    ),
  );
}
