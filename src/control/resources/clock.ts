import { Router } from 'express';
import { InvalidInput } from '../../platform/problems.ts';
import type { EmulatorControl } from '../emulator-control.ts';
import { boolean, number, readFields, required, text } from '../fields.ts';

/** `clock`: the time that tokens, prices, retries and documents see. */
export function clockResource({ platform: { clock } }: EmulatorControl): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json(clock.state);
  });
  router.put('/', (request, response) => {
    const { now, offsetSeconds, frozen } = readFields(request.body, {
      now: text,
      offsetSeconds: number,
      frozen: boolean,
    });
    if (now !== undefined && offsetSeconds !== undefined) {
      throw new InvalidInput([
        { path: '$.offsetSeconds', value: offsetSeconds, message: 'give either now or offsetSeconds' },
      ]);
    }
    if (now !== undefined) clock.set(instantFrom(now));
    if (offsetSeconds !== undefined) clock.advance(offsetSeconds - clock.state.offsetSeconds);
    if (frozen === true) clock.freeze();
    if (frozen === false) clock.unfreeze();
    response.json(clock.state);
  });
  router.post('/advance', (request, response) => {
    clock.advance(readFields(request.body, { seconds: required(number) }).seconds);
    response.json(clock.state);
  });
  return router;
}

function instantFrom(now: string): number {
  const instant = Date.parse(now);
  if (Number.isNaN(instant)) {
    throw new InvalidInput([
      { path: '$.now', value: now, message: 'must be an ISO 8601 instant such as 2026-12-24T18:00:00Z' },
    ]);
  }
  return instant;
}
