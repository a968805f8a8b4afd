// Starts the app: `node examples/hello-app/server.js`. The environment variables are those that the platform's own
// templates read; without them the app talks to the real platform.
import { createHelloApp } from './app.js';

const port = Number(process.env['PORT'] ?? 5860);
const app = await createHelloApp({
  clientId: process.env['CLIENT_ID'] ?? '',
  clientSecret: process.env['CLIENT_SECRET'] ?? '',
  apiBase: process.env['JTL_API_BASE'] ?? 'https://api.jtl-cloud.com',
  authBase: process.env['JTL_AUTH_BASE'] ?? 'https://auth.jtl-cloud.com',
});
const server = app.listen(port, process.env['HOST'] ?? '127.0.0.1', () => {
  console.log(`Hello World runs on http://127.0.0.1:${server.address().port}`);
});
