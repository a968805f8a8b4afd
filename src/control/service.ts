import express, { type ErrorRequestHandler, type Express } from 'express';
import type { EmulatorControl } from './emulator-control.ts';
import { failureReason } from '../platform/persistence/unusable-folder.ts';
import { jsonBody } from '../platform/json-body.ts';
import { ownHostsOnly } from '../platform/own-hosts.ts';
import { problemsOf } from './problem-answers.ts';
import { refuseForeignPages } from './foreign-pages.ts';
import { appsResource } from './resources/apps.ts';
import { clockResource } from './resources/clock.ts';
import { contractResource } from './resources/contract.ts';
import { faultsResource } from './resources/faults.ts';
import { healthResource } from './resources/health.ts';
import { journalResource } from './resources/journal.ts';
import { keysResource } from './resources/keys.ts';
import { bridgeResource } from './resources/bridge.ts';
import { fixturesResource } from './resources/fixtures.ts';
import { outboxResource } from './resources/outbox.ts';
import { pactResource } from './resources/pact.ts';
import { registrationsResource } from './resources/registrations.ts';
import { snapshotsResource } from './resources/snapshots.ts';
import { assumptionsResource } from './resources/assumptions.ts';
import { switchesResource } from './resources/switches.ts';
import { stateResource } from './resources/state.ts';
import { tenantsResource } from './resources/tenants.ts';
import { tokensResource } from './resources/tokens.ts';
import { usersResource } from './resources/users.ts';

/** Every resource of the control API, by its path below `/_emulator/v1`. */
const resources = {
  '/health': healthResource,
  '/tokens': tokensResource,
  '/tenants': tenantsResource,
  '/apps': appsResource,
  '/users': usersResource,
  '/clock': clockResource,
  '/keys': keysResource,
  '/contract': contractResource,
  '/faults': faultsResource,
  '/journal': journalResource,
  '/snapshots': snapshotsResource,
  '/registrations': registrationsResource,
  '/pact': pactResource,
  '/switches': switchesResource,
  '/assumptions': assumptionsResource,
  '/bridge': bridgeResource,
  '/fixtures': fixturesResource,
  '/outbox': outboxResource,
  '/': stateResource,
} as const;

/** The control API, described at `/openapi/control.json`: every change of a running emulator, over HTTP. */
export function createControlService(control: EmulatorControl): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(ownHostsOnly(control.platform), refuseForeignPages(control.platform));
  app.use(jsonBody('25mb', 'any'));
  for (const [path, resource] of Object.entries(resources)) app.use(path, resource(control));
  app.use((request, response) => {
    const message = `no ${request.method} ${request.path} in the control API; see /openapi/control.json`;
    response.status(404).json({ errors: [{ path: request.path, message }] });
  });
  app.use(answerProblems(control));
  return app;
}

function answerProblems(control: EmulatorControl): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const known = problemsOf(error);
    if (known === undefined) {
      control.platform.log.error({ err: error }, 'the control API failed');
      if (response.headersSent) {
        next(error);
        return;
      }
      response.status(500).json({ errors: [{ path: '$', message: failureReason(error) }] });
      return;
    }
    response.status(known.status).json({ errors: known.problems });
  };
}
