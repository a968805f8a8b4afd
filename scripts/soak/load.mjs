// The mix of requests of a soak run. It deletes the records that it creates, so that the tenant stays as large as it was.
import { Agent, request } from 'node:http';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const basic = `Basic ${Buffer.from('hello-world-client:hello-world-secret').toString('base64')}`;
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded', authorization: basic };
/** Requests under way at a time. */
const width = 16;

const query =
  'query Page($after: String) { QueryItems(first: 20, after: $after) { nodes { id sku name } pageInfo { endCursor } } }';
const created = 'mutation { CreateCategory(request: {name: "Dauerlauf"}) { categoryId } }';
const deleted = 'mutation Drop($id: ID!) { DeleteCategory(request: {categoryId: $id}) }';

/** Requests by kind: how often each comes, and how it is sent and followed up. */
const mix = [
  ['page', 30, (load, n) => load.get(`/erp/v1/items?pageSize=20&pageNumber=${1 + (n % 10)}`)],
  ['record', 20, (load, n) => load.get(`/erp/v1/customers/${1 + (n % 100)}`)],
  ['query', 20, (load, n) => load.graphql(query, { after: n % 2 === 0 ? null : load.cursor })],
  ['refusal', 5, (load, n) => load.get(`/erp/v1/items/${900_000 + n}`, 404)],
  ['token', 10, (load) => load.post('/oauth2/token', 'grant_type=client_credentials', form)],
  ['introspection', 5, (load) => load.post('/oauth2/introspect', `token=${load.token}`, form)],
  ['change', 6, (load, n) => load.change(n)],
  ['creation', 2, (load) => load.createAndDelete()],
  ['control', 2, (load) => load.get('/_emulator/v1/journal?limit=5')],
];
const drawn = mix.flatMap(([kind, weight, send]) => Array.from({ length: weight }, () => [kind, send]));

export class Load {
  sent = 0;
  kinds = new Map();
  /** Answers other than the expected status, by path and status. */
  refused = new Map();
  cursor = null;
  #agent = new Agent({ keepAlive: true, maxSockets: width });

  static async open(port) {
    const load = new Load();
    load.port = port;
    await load.#renewToken();
    return load;
  }

  /** Sends a number of requests, {@link width} at a time. */
  async send(count) {
    await this.#renewToken();
    const until = this.sent + count;
    await Promise.all(Array.from({ length: width }, () => this.#sendUntil(until)));
  }

  async #sendUntil(until) {
    while (this.sent < until) {
      const n = this.sent++;
      // A fixed order that repeats after as many requests as the mix has, spread by a step that shares no factor.
      const [kind, send] = drawn[(n * 37) % drawn.length];
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
      await send(this, n);
    }
  }

  async #renewToken() {
    const answer = await this.post('/oauth2/token', 'grant_type=client_credentials', form);
    this.token = answer.access_token;
  }

  get(path, expected = 200) {
    return this.#call('GET', path, undefined, {}, expected);
  }

  post(path, body, headers, expected = 200) {
    return this.#call('POST', path, body, headers, expected);
  }

  async graphql(text, variables) {
    const answer = await this.post('/erp/v2/graphql', JSON.stringify({ query: text, variables }), json);
    if (answer.errors) this.#refuse(`GraphQL ${answer.errors[0].message}`);
    this.cursor = answer.data?.QueryItems?.pageInfo.endCursor ?? this.cursor;
    return answer;
  }

  change(n) {
    const body = JSON.stringify({ InternalCompanyName: `Lauf ${n}` });
    return this.#call('PATCH', `/erp/v1/customers/${1 + (n % 100)}`, body, json, 201);
  }

  async createAndDelete() {
    const { data } = await this.graphql(created, {});
    await this.graphql(deleted, { id: data.CreateCategory.categoryId });
  }

  #call(method, path, body, headers, expected) {
    const all = { authorization: `Bearer ${this.token}`, 'x-tenant-id': bergmann, ...headers };
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.port, method, path, headers: all, agent: this.#agent },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () => {
            if (response.statusCode !== expected)
              this.#refuse(`${method} ${path.replace(/\d+/g, '0')} ${response.statusCode}`);
            const text = Buffer.concat(chunks).toString();
            resolve(text.startsWith('{') ? JSON.parse(text) : {});
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  #refuse(what) {
    this.refused.set(what, (this.refused.get(what) ?? 0) + 1);
  }
}
