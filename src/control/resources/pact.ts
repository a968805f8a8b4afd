import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { oneOf, readFields, record, text, texts } from '../fields.ts';

/** Taken before a state is set up, restored when it is torn down. */
const before = 'pact: before the state';

/** What the parameters of a provider state arrange. */
const stateRules = { tenant: text, entities: record, install: text, disconnected: text, snapshot: text };

/**
 * `POST pact/states`: the endpoint that a Pact verifier calls before and after each interaction. A state's name is for
 * people; a snapshot of that name is restored, and `params` arrange the rest: `{tenant, entities}` seeds, `{install}`
 * installs an app in the tenant, `{disconnected}` names a tenant to cut off from its Wawi.
 */
export function pactResource(control: EmulatorControl): Router {
  return Router().post('/states', async (request, response) => {
    const {
      state,
      states,
      action = 'setup',
      params = {},
    } = readFields(request.body, {
      consumer: text,
      state: text,
      states: texts,
      action: oneOf('setup', 'teardown'),
      params: record,
    });
    if (action === 'teardown') {
      if (await control.snapshots.has(before)) await control.snapshots.restore(before);
      response.json({});
      return;
    }
    await control.snapshots.save(before);
    for (const name of states ?? (state === undefined ? [] : [state])) await arrange(control, name, params);
    response.status(201).json({});
  });
}

async function arrange(
  control: EmulatorControl,
  name: string,
  params: Record<string, unknown>,
): Promise<void> {
  const {
    tenant = 'bergmann-outdoor',
    entities,
    install,
    disconnected,
    snapshot,
  } = readFields(params, stateRules);
  const wanted = snapshot ?? name;
  if (await control.snapshots.has(wanted)) await control.snapshots.restore(wanted);
  if (entities !== undefined) await control.seedTenant(tenant, entities);
  if (install !== undefined) await control.install(install, tenant, 'SETUP_COMPLETED');
  if (disconnected !== undefined) {
    await control.platform.registry.updateTenant(disconnected, { wawi: { connected: false } });
  }
}
