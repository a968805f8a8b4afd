import { Router } from 'express';
import { packageVersion } from '../../platform/package-root.ts';
import type { EmulatorControl } from '../emulator-control.ts';

/** `GET health`: answers as soon as the emulator serves requests. */
export function healthResource({ platform }: EmulatorControl): Router {
  return Router().get('/', (_request, response) => {
    response.json({ status: 'ok', version: packageVersion, url: platform.urls.base });
  });
}
