import { Router } from 'express';
import { faultPresets, type FaultPreset } from '../../platform/faults/presets.ts';
import { readFault } from '../../platform/faults/read-fault.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { checkFaultTarget } from '../fault-targets.ts';
import { presetChoice } from '../bodies.schema.ts';
import { readBody } from '../bodies.ts';

const presetNames = Object.keys(faultPresets) as FaultPreset[];

/** `faults`: failures on demand, one by one or by a preset's name. */
export function faultsResource({ platform: { faults } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({ items: faults.list(), presets: presetNames });
  });
  router.post('/', async (request, response) => {
    const body: unknown = request.body;
    if (typeof body === 'object' && body !== null && 'preset' in body) {
      const { preset } = readBody(presetChoice, body);
      response.status(201).json({ items: faults.addPreset(preset) });
      return;
    }
    const wanted = readFault(body);
    await checkFaultTarget(wanted.match ?? {});
    response.status(201).json(faults.add(wanted));
  });
  router.delete('/', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/:id', (request, response) => {
    faults.remove(request.params.id);
    response.status(204).end();
  });
  return router;
}
