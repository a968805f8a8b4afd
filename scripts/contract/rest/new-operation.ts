import type { ParameterNode, ResponseNode, SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import type { EvidenceKind } from '../../../src/wawi/contract/openapi/model.ts';
import type { AnyVersion } from '../../../src/wawi/contract/versions.ts';
import type { ByVersion, ExpandedDocument, ExpandedOperation, OperationBody } from './expanded.ts';
import type { Fact } from './facts.ts';
import type { KeyKinds } from './key-kinds.ts';
import { kindOf, refTo } from './shapes.ts';

/**
 * @returns the operation of a fact that the document does not have: with what its path says and, until a page shows
 *   more, an open object as the answer of a read
 */
export function newOperation(fact: Fact, document: ExpandedDocument, keys: KeyKinds): ExpandedOperation {
  const isKey = document.versions[0]?.startsWith('2.') ?? false;
  const at = presence(fact, document.versions, bodyOf(fact));
  const id = uniqueId(fact, document);
  const names = [...fact.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const { scopes, assumed } = scopesOf(fact, document, isKey, id);
  return {
    method: fact.method,
    path: fact.path,
    id,
    summary: summaryOf(id),
    tags: [tagOf(fact)],
    scopes,
    scopesAssumed: assumed,
    stability: isKey ? 'beta' : undefined,
    at,
    parameters: new Map(
      names.map((name) => [
        `path ${name.toLowerCase()}`,
        parameter(at, name, keys.ofPath(fact.path, name, isKey)),
      ]),
    ),
    alsoAt: new Map(),
    pages: [],
    isNew: true,
  };
}

/** Above and below the versions of its first fact the operation is inferred; facts of absence cut it. */
function presence(
  fact: Fact,
  versions: readonly AnyVersion[],
  body: OperationBody,
): ByVersion<OperationBody> {
  return new Map(
    versions.map((version) => {
      const evidence: EvidenceKind = fact.versions.includes(version) ? kindOf(fact) : 'inferred';
      return [version, { value: structuredClone(body), evidence }];
    }),
  );
}

function parameter(at: ByVersion<OperationBody>, name: string, schema: SchemaNode): ByVersion<ParameterNode> {
  const value: ParameterNode = { name, in: 'path', required: true, schema };
  return new Map([...at].map(([version, { evidence }]) => [version, { value, evidence }]));
}

function bodyOf(fact: Fact): OperationBody {
  const error = { content: { 'application/json': { schema: refTo('ErrorResponse') } } };
  const success: Record<string, ResponseNode> =
    fact.method === 'get'
      ? { '200': { description: 'Done.', content: { 'application/json': { schema: {} } } } }
      : { [successOf(fact)]: { description: 'Done.' } };
  return {
    requestBody: null,
    responses: {
      ...success,
      '400': { description: 'Malformed, incomplete or of the wrong type.', ...error },
      '401': { description: 'Not signed in.' },
      '402': { description: 'No licence.' },
      '404': { description: 'Not found.', ...error },
    },
  };
}

function successOf(fact: Fact): string {
  const { resp } = fact.line;
  const statuses = typeof resp === 'object' && resp !== null ? Object.keys(resp) : [];
  const shown = statuses.find((status) => /^2\d\d$/.test(status));
  if (shown !== undefined) return shown;
  if (fact.method === 'delete') return '204';
  const creates = /(?:[^s]s|\/create)$/i.test(fact.path);
  return fact.method === 'post' && creates ? '201' : '200';
}

function uniqueId(fact: Fact, document: ExpandedDocument): string {
  const taken = new Set(document.operations.map(({ id }) => id));
  const wanted = fact.line.op ?? idFromPage(fact.line.src ?? '') ?? idFromPath(fact);
  if (!taken.has(wanted)) return wanted;
  return taken.has(idFromPath(fact)) ? `${idFromPath(fact)}${taken.size}` : idFromPath(fact);
}

/** Pages with short titles are named after their operation: `create-stock-transfer`. */
function idFromPage(address: string): string | undefined {
  const slug = /^\S*\/([a-z0-9-]+?)(?:-\d)?(?:\.md)?$/.exec(address.split(/[ ,;]/)[0] ?? '')?.[1];
  if (slug === undefined || slug.split('-').length > 5 || slug.split('-').length < 2) return undefined;
  return camel(slug.split('-'));
}

const verbs = {
  get: 'Get',
  head: 'Head',
  post: 'Post',
  put: 'Replace',
  patch: 'Change',
  delete: 'Delete',
} as const;

function idFromPath(fact: Fact): string {
  const words = fact.path
    .split('/')
    .flatMap((segment) =>
      segment.startsWith('{') ? ['by', ...segment.slice(1, -1).split(/(?=[A-Z])/)] : segment.split('-'),
    );
  return `${verbs[fact.method]}${camel(words.filter((word) => word !== ''))}`;
}

function camel(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** `QueryStockTransfers` -> `Lists stock transfers.`, `GetSalesOrderById` -> `Reads a sales order by id.` */
function summaryOf(id: string): string {
  const text = (id.split('_').at(-1) ?? id).replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
  const [verb = '', ...words] = text
    .replace(/^(query|get all)\b/, 'list')
    .replace(/^get\b/, 'read')
    .replace(/^post\b/, 'create')
    .split(' ');
  const [noun = '', ...rest] = words.join(' ').split(/ (?=by )/);
  const person = /(?:ch|sh|x|o|ss)$/.test(verb) ? `${verb}es` : verb.replace(/([^aeiou])y$/, '$1ie') + 's';
  const isPlural = /[^s]s$/.test(noun) || verb === 'list' || noun === '';
  const article = /^[aeiou]/.test(noun) ? 'an ' : 'a ';
  const parts = [`${isPlural || /^(a|an|the) /.test(noun) ? '' : article}${noun}`, ...rest];
  return `${person.charAt(0).toUpperCase()}${person.slice(1)} ${parts.join(' ').trim()}.`;
}

function tagOf(fact: Fact): string {
  const tags = [...(fact.line.tag ?? '').replace(/\([^)]*\)/g, '').matchAll(/[A-Za-z][\w-]*/g)].map(
    ([tag]) => tag,
  );
  return tags.find((tag) => tag !== 'wawi') ?? fact.path.split('/')[1] ?? 'wawi';
}

/** The scopes of the document's operations of the same resource that do the same kind of thing. */
function scopesOf(
  fact: Fact,
  document: ExpandedDocument,
  isKey: boolean,
  id: string,
): { scopes: string[]; assumed: boolean } {
  const stated = typeof fact.line.scopes === 'string' ? [fact.line.scopes] : fact.line.scopes;
  if (Array.isArray(stated) && stated.every((one) => typeof one === 'string' && one.includes('.')))
    return { scopes: stated as string[], assumed: false };
  if (!isKey) return { scopes: scopesOfV1(fact, id), assumed: true };
  const wanted = fact.method === 'get' ? 'read' : 'write';
  const resource = singularStem(fact.path);
  const counts = new Map<string, number>();
  for (const operation of document.operations) {
    if (singularStem(operation.path) !== resource) continue;
    for (const scope of operation.scopes ?? [])
      if (scope.endsWith(`.${wanted}`)) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return { scopes: [most?.[0] ?? otherScope(resource, wanted)], assumed: true };
}

/** v1 names scopes by entity and operation: `salesorder.cancelsalesorder`. */
function scopesOfV1(fact: Fact, id: string): string[] {
  const own = `${singularStem(fact.path)}.${id.toLowerCase()}`;
  return fact.method === 'get' ? [own, 'all.read'] : [own];
}

function singularStem(path: string): string {
  return (path.split('/')[1] ?? '')
    .replaceAll('-', '')
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/e?s$/, '');
}

/** Resources that no operation of the document has a scope for. */
const scopeOfResource: Readonly<Record<string, string>> = {
  billofmaterialsitem: 'items',
  billofmaterialsoperation: 'items',
  billsofmaterial: 'items',
  productionitem: 'items',
  productionorder: 'items',
  internal: 'invoices',
  marketplace: 'saleschannels',
  saleschannel: 'saleschannels',
  scx: 'saleschannels',
  paymenttransaction: 'salesorders',
  tax: 'taxes',
  taxcod: 'taxes',
  warehouseassistant: 'inventories',
  worker: 'system.worker',
};

function otherScope(resource: string, wanted: 'read' | 'write'): string {
  return `${scopeOfResource[resource] ?? 'system'}.${wanted}`;
}
