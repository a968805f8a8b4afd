import { Router } from 'express';
import type { User } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import { endSignIn, remarkMissingCookie, startSignIn } from '../../platform/sign-in.ts';
import { checked } from '../../platform/validation/validator.ts';
import { setupMethodsChange, signIn } from '../bodies.schema.ts';
import { requireSignedInUser, signedInUser } from '../page-access.ts';

/** The signed-in user, the available users, the tenants that the user may open, and the switch of the inspector. */
export function sessionEndpoints(platform: Platform): Router {
  const { registry } = platform;
  const view = ({ id, email, firstName, lastName }: User) => ({
    id,
    email,
    name: `${firstName} ${lastName}`,
  });
  const state = (user: User | undefined) => ({
    user: user ? view(user) : null,
    users: registry.users.map(view),
    setupMethodsOn: platform.config.setupMethodsOn,
    tenants: registry.tenants
      .filter((tenant) => user !== undefined && registry.isMember(user.id, tenant.id))
      .map(({ id, slug, name, wawi }) => ({ id, slug, name, connected: wawi.connected })),
  });
  return Router()
    .get('/', (request, response) => {
      remarkMissingCookie(platform, request, response);
      response.json(state(signedInUser(platform, request)));
    })
    .post('/', (request, response) => {
      const user = registry.user(checked(signIn, request.body ?? {}).user);
      response.setHeader('Set-Cookie', startSignIn(platform, { userId: user.id }, request.headers.host));
      response.json(state(user));
    })
    .patch('/', (request, response) => {
      const { setupMethodsOn } = checked(setupMethodsChange, request.body ?? {});
      const user = requireSignedInUser(platform, request);
      platform.config.setupMethodsOn = setupMethodsOn;
      response.json(state(user));
    })
    .delete('/', (request, response) => {
      response.setHeader('Set-Cookie', endSignIn(platform, request.headers.host));
      response.status(204).end();
    });
}
