import { Router } from 'express';
import type { Static } from 'typebox';
import { NotFound } from '../../platform/problems.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { pactArrangement, pactState } from '../bodies.schema.ts';
import { readBody } from '../bodies.ts';

/** Taken before a state is set up, restored when it is torn down. */
const before = 'pact: before the state';

/** The tenant of states that name none. */
const defaultTenant = 'bergmann-outdoor';

/**
 * `POST pact/states`: the endpoint that a Pact verifier calls before and after each interaction. A state's name is for
 * people; a snapshot of that name is restored, and `params` arrange the rest: `{tenant, entities}` seeds, `{install}`
 * installs an app in the tenant, `{disconnected}` names a tenant whose Wawi is disconnected.
 */
export function pactResource(control: EmulatorControl): Router {
  return Router().post('/states', async (request, response) => {
    const { state, states, action = 'setup', params = {} } = readBody(pactState, request.body);
    if (action === 'teardown') {
      if (await control.snapshots.has(before)) await control.snapshots.restore(before);
      response.json({});
      return;
    }
    const arrangement = await checked(control, params);
    await control.snapshots.save(before);
    try {
      for (const name of states ?? (state === undefined ? [] : [state]))
        await arrange(control, name, arrangement);
    } catch (error) {
      // A state that fails in part must leave no changes behind.
      await control.snapshots.restore(before);
      throw error;
    }
    response.status(201).json({});
  });
}

type Arrangement = Static<typeof pactArrangement>;

/** @throws InvalidInput, NotFound for a snapshot */
async function checked(control: EmulatorControl, params: Record<string, unknown>): Promise<Arrangement> {
  const arrangement = readBody(pactArrangement, params);
  const { snapshot } = arrangement;
  if (snapshot !== undefined && !(await control.snapshots.has(snapshot))) {
    const known = (await control.snapshots.list()).map(({ name }) => name);
    throw new NotFound('snapshot', snapshot, known);
  }
  return arrangement;
}

async function arrange(
  control: EmulatorControl,
  name: string,
  { tenant = defaultTenant, entities, install, disconnected, snapshot }: Arrangement,
): Promise<void> {
  const wanted = snapshot ?? name;
  if (await control.snapshots.has(wanted)) await control.snapshots.restore(wanted);
  if (entities !== undefined) await control.seedTenant(tenant, entities);
  if (install !== undefined) await control.install(install, tenant, 'SETUP_COMPLETED');
  if (disconnected !== undefined) {
    await control.platform.registry.updateTenant(disconnected, { wawi: { connected: false } });
  }
}
