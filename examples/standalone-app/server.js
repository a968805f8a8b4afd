// A standalone app: `node examples/standalone-app/server.js`. All it serves is its own frontend, which signs the user
// in at the Identity Provider (generation 2) and reads the ERP from the browser. The environment variables are those
// of the platform's templates.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import express from 'express';

const here = dirname(fileURLToPath(import.meta.url));
const config = {
  issuer: process.env['VITE_JTL_ISSUER'] ?? 'https://id.jtl-cloud.com',
  clientId: process.env['VITE_JTL_CLIENT_ID'] ?? '',
  scope: process.env['VITE_JTL_SCOPE'] ?? 'openid profile offline_access',
  apiBase: process.env['VITE_JTL_API_BASE'] ?? 'https://api.jtl-cloud.com',
};

const { outputFiles } = await build({
  entryPoints: [join(here, 'src', 'main.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
  logLevel: 'silent',
});

const app = express();
app.get(['/', '/callback', '/signed-out'], (_request, response) => {
  response.sendFile(join(here, 'public', 'index.html'));
});
app.get('/main.js', (_request, response) => response.type('js').send(outputFiles[0].text));
app.get('/config.json', (_request, response) => response.json(config));

const server = app.listen(Number(process.env['PORT'] ?? 5861), '127.0.0.1', () => {
  console.log(`Hello Standalone runs on http://127.0.0.1:${server.address().port}`);
});
