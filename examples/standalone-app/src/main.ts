import { beginSignIn, claimsOf, discover, finishSignIn } from './sign-in.ts';
import type { Config, Tokens } from './sign-in.ts';

const main = document.querySelector('main') ?? document.body;

/** The signed-in user, the tenant, and that tenant's items: all with the one token of the sign-in. */
async function showItems(config: Config, { access_token, id_token }: Tokens): Promise<void> {
  const endpoints = await discover(config);
  const authorized = { headers: { Authorization: `Bearer ${access_token}` } };
  const [user, items] = await Promise.all([
    fetch(endpoints.userinfo_endpoint, authorized).then((response) => response.json()),
    // The tenant is the token's, so no X-Tenant-ID is needed.
    fetch(`${config.apiBase}/erp/v1/items?pageSize=10`, authorized).then(async (response) => {
      if (!response.ok) throw new Error(`the ERP answered ${response.status}: ${await response.text()}`);
      return response.json();
    }),
  ]);
  const { name } = user as { name: string };
  const { Items, TotalItems } = items as { Items: { SKU: string; Name: string }[]; TotalItems: number };
  const list = document.createElement('ul');
  list.append(...Items.map(({ SKU, Name }) => line('li', `${SKU} ${Name}`)));
  const leave = document.createElement('a');
  const end = new URLSearchParams({
    id_token_hint: id_token,
    post_logout_redirect_uri: `${location.origin}/signed-out`,
  });
  leave.href = `${endpoints.end_session_endpoint}?${end.toString()}`;
  leave.textContent = 'Sign out';
  leave.dataset['action'] = 'sign-out';
  const tenant = String(claimsOf(access_token)['urn:jtl:tenant_id']);
  main.replaceChildren(
    line('p', `Hello ${name}`),
    line('p', tenant, 'tenant'),
    line('p', `${TotalItems} items`),
    list,
    leave,
  );
}

async function start(): Promise<void> {
  const config = (await (await fetch('/config.json')).json()) as Config;
  const pages: Record<string, () => Promise<void>> = {
    '/': () => beginSignIn(config),
    '/callback': async () => showItems(config, await finishSignIn(config)),
    '/signed-out': () => Promise.resolve(main.replaceChildren(line('p', 'Signed out'))),
  };
  try {
    await pages[location.pathname]?.();
  } catch (error) {
    main.replaceChildren(line('p', error instanceof Error ? error.message : String(error), 'error'));
  }
}

function line(tag: string, content: string, field?: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = content;
  if (field !== undefined) made.dataset['field'] = field;
  return made;
}

void start();
