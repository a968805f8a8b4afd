import { join } from 'node:path';
import express, { type Express, type Request } from 'express';
import { isBuilt, packageRoot } from '../../platform/package-root.ts';

/** The part of Swagger UI's own configuration that is used. */
export interface SwaggerUiOptions {
  urls: { url: string; name: string }[];
  [setting: string]: unknown;
}

/** The build copies the files; when run from the sources, they are in node_modules. */
const files = isBuilt
  ? join(packageRoot, 'dist', 'swagger-ui')
  : join(packageRoot, 'node_modules', 'swagger-ui-dist');

/**
 * Serves Swagger UI, with the answers of swagger-ui-express: its files, its start script, and its page at every other
 * path below.
 * @param title of the page; inserted without escaping
 * @param optionsFor of a request for the start script or the page; may throw a refusal
 */
export function swaggerUi(title: string, optionsFor: (request: Request) => SwaggerUiOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    if (request.path.endsWith('/package.json')) response.sendStatus(404);
    else if (request.path.endsWith('/swagger-ui-init.js'))
      response.type('application/javascript').send(scriptOf(optionsFor(request)));
    else next();
  });
  app.use(express.static(files, { index: false }));
  app.use((request, response) => {
    optionsFor(request);
    response.type('html').send(pageOf(title, new URL(request.url, 'http://localhost').search));
  });
  return app;
}

/** `<` is escaped as JSON allows, so that it neither closes the page's element nor opens another. */
function scriptOf(options: SwaggerUiOptions): string {
  const settings = JSON.stringify(options, undefined, 2).replaceAll('<', '\\u003c');
  return `window.onload = function () {
  var options = ${settings};
  window.ui = SwaggerUIBundle(
    Object.assign(
      {
        dom_id: '#swagger-ui',
        deepLinking: true,
        presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
        plugins: [SwaggerUIBundle.plugins.DownloadUrl],
        layout: 'StandaloneLayout',
      },
      options,
    ),
  );
};
`;
}

/** @param query of the page, which its script takes over */
function pageOf(title: string, query: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <title>${title}</title>
  <link rel="stylesheet" type="text/css" href="./swagger-ui.css">
  <link rel="icon" type="image/png" href="./favicon-32x32.png" sizes="32x32">
  <link rel="icon" type="image/png" href="./favicon-16x16.png" sizes="16x16">
  <style>
    html { box-sizing: border-box; overflow-y: scroll; }
    *, *:before, *:after { box-sizing: inherit; }
    body { margin: 0; background: #fafafa; }
  </style>
</head>
<body>
<div id="swagger-ui"></div>
<script src="./swagger-ui-bundle.js"></script>
<script src="./swagger-ui-standalone-preset.js"></script>
<script src="./swagger-ui-init.js${query.replaceAll('&', '&amp;')}"></script>
</body>
</html>
`;
}
