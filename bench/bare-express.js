// The least an Express 5 server can do: one route that answers given bytes. Argument: port; the bytes come from BODY_FILE.
import { readFileSync } from 'node:fs';
import express from 'express';

const body = readFileSync(process.env.BODY_FILE, 'utf8');
const app = express();
app.all('/page', (_request, response) => {
  response.type('application/json').send(body);
});
app.listen(Number(process.argv[2]), '127.0.0.1');
