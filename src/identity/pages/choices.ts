import type { App, Tenant, User } from '../../platform/model.ts';
import type { Registry } from '../../platform/registry.ts';
import { html } from './page.ts';
import type { Html } from './page.ts';
import type { Texts } from './texts.ts';

/** A user, and in generation 2 the tenant, that a page's visitor chose or a request names. */
export interface Choice {
  user: User;
  tenant?: Tenant;
}

/**
 * @param needsTenant whether a tenant is part of the choice
 * @returns a button for every user, or for every tenant of every user
 */
export function choiceButtons(
  users: readonly User[],
  app: App,
  registry: Registry,
  needsTenant: boolean,
  texts: Texts,
): Html[] {
  if (users.length === 0) return [html`<p>${texts.noUser}</p>`];
  return users.map(
    (user) =>
      html`<fieldset>
        <legend>${user.firstName} ${user.lastName}</legend>
        <span class="email">${user.email}</span>
        ${needsTenant ? tenantButtons(user, app, registry, texts) : [button(user.id, texts.continueAs)]}
      </fieldset> `,
  );
}

/**
 * Reads the value of a button of {@link choiceButtons}.
 * @returns undefined if the user or tenant does not exist, or the user is not a member of the tenant
 */
export function readChoice(value: string, registry: Registry, needsTenant: boolean): Choice | undefined {
  const [userId = '', tenantId = ''] = value.split(' ');
  const user = registry.findUser(userId);
  if (!user) return undefined;
  if (!needsTenant) return { user };
  const tenant = registry.findTenant(tenantId);
  return tenant && registry.isMember(user.id, tenant.id) ? { user, tenant } : undefined;
}

/** @returns the tenants a user may open, those with the app first */
export function tenantsFor(user: User, app: App, registry: Registry): Tenant[] {
  const tenants = registry.tenants.filter((tenant) => tenant.memberIds.includes(user.id));
  const isInstalled = (tenant: Tenant) => registry.findInstallation(app.id, tenant.id) !== undefined;
  return [...tenants.filter(isInstalled), ...tenants.filter((tenant) => !isInstalled(tenant))];
}

function tenantButtons(user: User, app: App, registry: Registry, texts: Texts): Html[] {
  const tenants = tenantsFor(user, app, registry);
  if (tenants.length === 0) return [html`<small>${texts.noTenants}</small>`];
  return tenants.map((tenant) => {
    const note = registry.findInstallation(app.id, tenant.id) ? '' : texts.notInstalled;
    return button(`${user.id} ${tenant.id}`, tenant.name, note);
  });
}

function button(value: string, label: string, note = ''): Html {
  return html`<button name="choice" value="${value}" data-action="sign-in">
    <span>${label}</span><small>${note}</small>
  </button> `;
}
