import { Router } from 'express';
import type { EmulatorConfig } from '../../platform/config.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { boolean, oneOf, readFields } from '../fields.ts';

/** What can be switched while the emulator runs; the rest of the configuration is fixed at its start. */
const switchRules = {
  profile: oneOf('real', 'teach', 'strict'),
  enforceScopes: boolean,
  acceptCharset: boolean,
  refuseHtml: boolean,
  acceptRegistrations: boolean,
  setupMethodsOn: oneOf('first', 'every'),
};

/** `switches`: how strictly the services behave. */
export function switchesResource({ platform: { config } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(switchesOf(config));
  });
  router.put('/', (request, response) => {
    Object.assign(config, readFields(request.body, switchRules));
    response.json(switchesOf(config));
  });
  return router;
}

function switchesOf(config: EmulatorConfig): Pick<EmulatorConfig, keyof typeof switchRules> {
  const { profile, enforceScopes, acceptCharset, refuseHtml, acceptRegistrations, setupMethodsOn } = config;
  return { profile, enforceScopes, acceptCharset, refuseHtml, acceptRegistrations, setupMethodsOn };
}
