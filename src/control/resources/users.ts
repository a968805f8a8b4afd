import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { userView } from '../views.ts';

/** `GET users`: the users, and the tenants that each may open. */
export function usersResource({ platform: { registry } }: EmulatorControl): Router {
  return Router().get('/', (_request, response) => {
    response.json({ items: registry.users.map((user) => userView(user, registry.tenants)) });
  });
}
