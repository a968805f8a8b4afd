import { Router } from 'express';
import { InvalidInput } from '../../platform/problems.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { clockAdvance, clockChange } from '../bodies.schema.ts';
import { readBody } from '../bodies.ts';
import { moveTime, setTime } from '../time.ts';

/** `clock`: the time of tokens, prices, retries and documents. */
export function clockResource({ platform: { clock } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(clock.state);
  });
  router.put('/', (request, response) => {
    const { now, offsetSeconds, frozen } = readBody(clockChange, request.body);
    if (now !== undefined && offsetSeconds !== undefined) {
      throw new InvalidInput([
        { path: '$.offsetSeconds', value: offsetSeconds, message: 'give either now or offsetSeconds' },
      ]);
    }
    if (now !== undefined) setTime(clock, now);
    if (offsetSeconds !== undefined) {
      moveTime(clock, offsetSeconds - clock.state.offsetSeconds, '$.offsetSeconds');
    }
    if (frozen === true) {
      clock.freeze();
      // Both run without a pause in between.
      if (now !== undefined) setTime(clock, now);
    }
    if (frozen === false) clock.unfreeze();
    response.json(clock.state);
  });
  router.post('/advance', (request, response) => {
    moveTime(clock, readBody(clockAdvance, request.body).seconds);
    response.json(clock.state);
  });
  return router;
}
