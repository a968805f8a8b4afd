// An app that knows the platform by its real hosts alone. `node flows.mjs CLIENT` goes through both flows with one of
// the usual HTTP clients and prints what it got.
import http from 'node:http';
import { get as secureGet, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const basic = `Basic ${Buffer.from('hello-world-client:hello-world-secret').toString('base64')}`;

/** Each sends a request and gives the answer's body, read as JSON. */
const clients = {
  fetch: async (url, { method, headers, body }) => (await fetch(url, { method, headers, body })).json(),
  undici: async (url, options) => (await (await import('undici')).request(url, options)).body.json(),
  'undici with an agent of its own': async (url, options) => {
    const { Agent, fetch, setGlobalDispatcher } = await import('undici');
    setGlobalDispatcher(new Agent({ keepAliveTimeout: 1000 }));
    return (await fetch(url, options)).json();
  },
  https: (url, { body, ...options }) =>
    new Promise((resolve, reject) => {
      secureRequest(url, options, async (response) => resolve(JSON.parse(await text(response))))
        .on('error', reject)
        .end(body);
    }),
  'https with options': (url, { body, method, headers }) =>
    new Promise((resolve, reject) => {
      const { hostname, pathname, search } = new URL(url);
      const options = { hostname, port: 443, path: pathname + search, method, headers };
      (method === 'GET' ? secureGet : secureRequest)(options, async (response) =>
        resolve(JSON.parse(await text(response))),
      )
        .on('error', reject)
        .end(body);
    }),
  'https with a foreign agent': (url, { body, ...options }) =>
    new Promise((resolve, reject) => {
      const agent = new (class extends http.Agent {
        createSocket() {
          throw new Error('this agent leads nowhere');
        }
      })();
      Object.assign(agent, { protocol: 'https:', defaultPort: 443 });
      secureRequest(url, { ...options, agent }, async (response) => resolve(JSON.parse(await text(response))))
        .on('error', reject)
        .end(body);
    }),
  http: (url, { body, ...options }) =>
    new Promise((resolve, reject) => {
      http
        .request(url.replace('https:', 'http:'), options, async (response) =>
          resolve(JSON.parse(await text(response))),
        )
        .on('error', reject)
        .end(body);
    }),
  axios: async (url, { method, headers, body }) =>
    (await (await import('axios')).default({ url, method, headers, data: body })).data,
  got: async (url, { method, headers, body }) =>
    (await import('got')).default(url, { method, headers, body }).json(),
  'node-fetch': async (url, options) => (await (await import('node-fetch')).default(url, options)).json(),
};

const send = clients[process.argv[2]];
const get = (url, headers) => send(url, { method: 'GET', headers });
const post = (url, headers, body) => send(url, { method: 'POST', headers, body });

const { access_token: token } = await post(
  'https://auth.jtl-cloud.com/oauth2/token',
  { Authorization: basic, 'Content-Type': 'application/x-www-form-urlencoded' },
  'grant_type=client_credentials',
);
const headers = { Authorization: `Bearer ${token}`, 'X-Tenant-ID': kaffee };
const { TotalItems } = await get('https://api.jtl-cloud.com/erp/v1/items?pageSize=1', headers);
const { keys } = await get('https://api.jtl-cloud.com/account/.well-known/jwks.json', headers);
const { valid, tenantId } = await post(
  'https://api.jtl-cloud.com/account/identity/session-token/validate',
  { ...headers, 'Content-Type': 'application/json' },
  JSON.stringify({ sessionToken: process.env.SESSION_TOKEN }),
);
const { issuer, token_endpoint } = await get('https://id.jtl-cloud.com/.well-known/openid-configuration', {});
console.log(JSON.stringify({ TotalItems, key: keys[0].crv, valid, tenantId, issuer, token_endpoint }));
