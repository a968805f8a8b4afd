import { Router } from 'express';
import { htmlReport, reportPageHeaders } from '../contract/html.ts';
import { junitReport } from '../contract/junit.ts';
import type { EmulatorControl } from '../emulator-control.ts';

/** `contract`: the contract report, as JSON, as JUnit XML (`application/xml`) or as a page, by Accept. */
export function contractResource(control: EmulatorControl): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const report = control.contractReport();
    response.format({
      'application/json': () => response.json(report),
      'application/xml': () => response.send(junitReport(report)),
      'text/xml': () => response.send(junitReport(report)),
      'text/html': () => response.set(reportPageHeaders).send(htmlReport(report)),
      default: () => {
        const message = 'must accept one of application/json, application/xml, text/xml, text/html';
        response.status(406).json({ errors: [{ path: 'Accept', value: request.headers.accept, message }] });
      },
    });
  });
  router.delete('/', (_request, response) => {
    control.contractRecorder.clear();
    response.status(204).end();
  });
  return router;
}
