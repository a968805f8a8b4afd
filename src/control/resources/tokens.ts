import { Router } from 'express';
import type { EmulatorControl } from '../emulator-control.ts';
import { tokenToExplain } from '../bodies.schema.ts';
import { readBody } from '../bodies.ts';
import { readExpiry } from '../requests.ts';

/** `tokens/*`: issues tokens with or without defects, expires issued ones, and explains why a token is refused. */
export function tokensResource({ platform }: EmulatorControl): Router {
  const router = Router();
  for (const kind of ['access', 'session', 'app'] as const) {
    router.post(`/${kind}`, async (request, response) => {
      response.status(201).json(await platform.tokens.mint(kind, request.body));
    });
  }
  router.post('/expire', async (request, response) => {
    response.json(await platform.tokens.expire(readExpiry(request.body)));
  });
  router.post('/explain', async (request, response) => {
    const { token } = readBody(tokenToExplain, request.body);
    response.json(await platform.tokens.explain(token));
  });
  return router;
}
