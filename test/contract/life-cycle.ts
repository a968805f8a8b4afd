import type { Operation } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { compare } from './agreement.ts';
import type { Driver } from './drive.ts';
import { identities } from './identities.ts';
import { nameOf, parameterNames } from './operation-names.ts';
import type { GraphqlViews } from './graphql-views.ts';
import type { Resource } from './resources.ts';
import type { Fullness } from './samples.ts';
import { fieldOf } from './arrangement-context.ts';
import { wholeBodies } from './whole-bodies.ts';
import type { Answer } from './tenant-client.ts';

/** How one API sees an entity. */
interface View {
  reader: string;
  seen: unknown;
}

/** The lifeCycle of one entity: created in one API, seen by all. */
export class LifeCycle {
  /** The last sent body, and its version. */
  #sent: { body: unknown; version: string };

  private constructor(
    private readonly driver: Driver,
    private readonly graphql: GraphqlViews,
    private readonly resource: Resource,
    /** Path parameters of the entity in order, ids as integers where they are keys. */
    private readonly values: readonly string[],
    sent: { body: unknown; version: string },
  ) {
    this.#sent = sent;
  }

  /** @throws Error when the entity is not created, or its id is nowhere in the answer */
  static async begin(
    driver: Driver,
    graphql: GraphqlViews,
    resource: Resource,
    create: Operation,
    fullness: Fullness = 'plain',
  ): Promise<LifeCycle> {
    const body = fullness === 'whole' ? wholeBodies[nameOf(create)]?.(driver.client) : undefined;
    const prepared = await driver.prepare(create, { fullness, body });
    const answer = await driver.send(prepared);
    if (answer.status >= 300)
      throw new Error(`${nameOf(create)} answered ${answer.status}: ${answer.reason}`);
    const depth = parametersIn(resource.name);
    const before = parameterNames(create)
      .slice(0, depth)
      .map((name) => bare(prepared.values[name] ?? ''));
    const element = elementOf(resource, create) ?? create;
    const wanted = ownNames(resource, element);
    const found = identities(element, answer.json, wanted, prepared.body);
    const own = wanted.flatMap((name) => (found?.[name] === undefined ? [] : [bare(found[name])]));
    if (own.length < wanted.length)
      throw new Error(
        `the answer of ${nameOf(create)} lacks ${wanted.join(', ')}: ${answer.text.slice(0, 200)}`,
      );
    return new LifeCycle(driver, graphql, resource, [...before, ...own], {
      body: prepared.body,
      version: create.version,
    });
  }

  /** Everyone who can see it. */
  get readers(): string[] {
    const { reads, graphql } = this.resource;
    return [...reads.map(nameOf), ...(graphql ? [graphql.query] : [])];
  }

  /** @returns the differences between the sent and the shown body, and between the APIs */
  async differences(): Promise<string[]> {
    const views = await this.#views();
    const unseen = views.filter(({ seen }) => seen === undefined).map(({ reader }) => `${reader}: not seen`);
    const present = views.filter(({ seen }) => seen !== undefined);
    const toSent = present
      .filter(({ reader }) => reader.startsWith(this.#sent.version))
      .flatMap(({ reader, seen }) => {
        const { body } = this.#sent;
        return compare(Array.isArray(body) ? body[0] : body, seen, `sent, ${reader} `).differences;
      });
    const [first, ...others] = present;
    const toEachOther = others.flatMap(({ reader, seen }) => {
      const both = `${first?.reader ?? ''}, ${reader}`;
      const { agreed, differences } = compare(first?.seen, seen, `${both} `);
      return agreed === 0 && !shareText(first?.seen, seen) ? [`${both} have nothing in common`] : differences;
    });
    return [...unseen, ...toSent, ...toEachOther];
  }

  /** @returns the APIs that show it now */
  async seenBy(): Promise<string[]> {
    return (await this.#views()).filter(({ seen }) => seen !== undefined).map(({ reader }) => reader);
  }

  async change(update: Operation): Promise<void> {
    const prepared = await this.driver.prepare(update, { values: this.#valuesFor(update) });
    const answer = await this.driver.send(prepared);
    if (answer.status >= 300)
      throw new Error(`${nameOf(update)} answered ${answer.status}: ${answer.reason}`);
    this.#sent = { body: prepared.body, version: update.version };
  }

  async end(remove: Operation): Promise<void> {
    const answer = await this.ask(remove);
    if (answer.status >= 300)
      throw new Error(`${nameOf(remove)} answered ${answer.status}: ${answer.reason}`);
  }

  /** Asks an operation about the entity. */
  ask(operation: Operation): Promise<Answer> {
    return this.driver.valid(operation, { values: this.#valuesFor(operation) });
  }

  async #views(): Promise<View[]> {
    const { reads, graphql } = this.resource;
    const views: View[] = [];
    for (const read of reads) views.push({ reader: nameOf(read), seen: await this.#seen(read) });
    if (graphql) {
      const key = packKey(graphql.key, Number(this.values.at(-1)));
      const seen = await this.graphql.one(graphql.query, key, graphql.argument);
      views.push({ reader: graphql.query, seen });
    }
    return views;
  }

  async #seen(read: Operation): Promise<unknown> {
    const answer = await this.ask(read);
    if (answer.status === 404) return undefined;
    if (answer.status >= 300) throw new Error(`${nameOf(read)} answered ${answer.status}: ${answer.reason}`);
    const element = elementOf(this.resource, read) ?? read;
    if (parameterNames(read).length === this.values.length) return answer.json;
    return this.#find(read, answer, element, ownNames(this.resource, element));
  }

  /** Looks through a list, page by page. */
  async #find(
    read: Operation,
    first: Answer,
    element: Operation,
    names: readonly string[],
  ): Promise<unknown> {
    const own = this.values.slice(-names.length);
    for (let answer = first, page = 1; ; page++) {
      const rows = rowsOf(answer.json);
      const found = rows.find((row) => {
        const ids = identities(element, row, names, undefined);
        return names.every((name, n) => ids?.[name] !== undefined && bare(ids[name]) === own[n]);
      });
      if (found !== undefined || fieldOf(answer.json, 'hasnextpage') !== true) return found;
      const prepared = await this.driver.prepare(read, { values: this.#valuesFor(read) });
      answer = await this.driver.send({ ...prepared, path: `${prepared.path}?pageNumber=${page + 1}` });
    }
  }

  #valuesFor(operation: Operation): Record<string, string> {
    return Object.fromEntries(
      parameterNames(operation).map((name, n) => {
        const type = operation.params.find(
          (one) => one.name.toLowerCase() === name && operation.path.includes(`{${one.name}}`),
        )?.type;
        const value = this.values[n] ?? '';
        return [name, type?.kind === 'key' ? packKey(type.key, Number(value)) : value];
      }),
    );
  }
}

/** @returns an operation on one entity of the collection, of the version of another operation where there is one */
function elementOf({ name, reads, updates, removes }: Resource, like: Operation): Operation | undefined {
  const elements = [...updates, ...removes, ...reads].filter(
    (one) => parameterNames(one).length > parametersIn(name),
  );
  return elements.find((one) => one.version === like.version) ?? elements[0];
}

/** @returns the parameters that tell the elements of a collection apart */
function ownNames({ name }: Resource, element: Operation): string[] {
  const names = parameterNames(element).slice(parametersIn(name));
  return names.length > 0 ? names : ['id'];
}

function parametersIn(path: string): number {
  return path.split('{').length - 1;
}

/** Where no field is called alike, at least some text must be the same. */
function shareText(left: unknown, right: unknown): boolean {
  const texts = JSON.stringify(left).match(/"Muster \d+"/g) ?? [];
  return texts.some((text) => JSON.stringify(right).includes(text));
}

/** @returns the rows of a list or a page, or of the lists inside an answer that gathers several */
function rowsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json as unknown[];
  if (typeof json !== 'object' || json === null) return [];
  return (Object.values(json) as unknown[]).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [],
  );
}

/** @returns a packed key's integer; other values as they are */
function bare(value: string): string {
  const hex = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}([0-9a-f]{8})$/.exec(value)?.[1];
  return hex === undefined ? value : String(Buffer.from(hex, 'hex').readInt32LE());
}
