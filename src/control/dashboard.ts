import express, { type Express } from 'express';
import { languageOf } from '../platform/language.ts';
import { ownHostsOnly } from '../platform/own-hosts.ts';
import type { OwnNames } from '../platform/own-hosts.ts';
import type { Language } from '../platform/language.ts';
import { serveAsset } from '../pages/assets.ts';

/** The page's files of the build; the dashboard serves no other. */
const assets = new Set(['page.css', 'dashboard.css', 'dashboard.js']);

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (language: Language): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Dashboard · JTL platform emulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="assets/page.css" />
    <link rel="stylesheet" href="assets/dashboard.css" />
    <script type="module" src="assets/dashboard.js"></script>
  </head>
  <body data-page="dashboard"></body>
</html>
`;

/** The dashboard at `/_emulator/`. It uses only the control API. */
export function createDashboard(names: OwnNames): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(ownHostsOnly(names));
  app.get('/', (request, response) => {
    if (request.originalUrl === '/_emulator') {
      response.redirect(308, '/_emulator/');
      return;
    }
    response.set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
    });
    response.type('html').send(page(languageOf(request.headers['accept-language'])));
  });
  app.get('/assets/:file', async (request, response, next) => {
    if (assets.has(request.params.file)) await serveAsset(request, response);
    else next();
  });
  return app;
}
