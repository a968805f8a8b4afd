import type { ResponseNode, SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';
import type { AnyVersion } from '../../../src/wawi/contract/versions.ts';
import type { ExpandedDocument, ExpandedOperation, OperationBody } from './expanded.ts';
import type { Age, Fact } from './facts.ts';
import { KeyKinds } from './key-kinds.ts';
import { Operations } from './operations.ts';
import { isShape, refTo, schemaName, Shapes, type Shape, type ShapeContext } from './shapes.ts';
import { factType } from './types.ts';

const rank: Record<Age, number> = { beta: 0, early: 1, release: 2 };

/**
 * Adds facts to a document, weakest first, so that a release page of a version takes precedence over older ones.
 * @returns the changes of existing elements, a line each: types, spellings, absences, moved paths
 */
export function mergeFacts(document: ExpandedDocument, facts: readonly Fact[]): string[] {
  const keys = new KeyKinds(document);
  const shapes = new Shapes(document, keys);
  const operations = new Operations(document, keys);
  const inOrder = facts
    .map((fact, position) => ({ fact, position }))
    .sort(
      (a, b) =>
        Number(a.fact.absent) - Number(b.fact.absent) ||
        Number(a.fact.line.inferred ?? false) - Number(b.fact.line.inferred ?? false) ||
        rank[a.fact.age] - rank[b.fact.age] ||
        a.position - b.position,
    );
  for (const { fact } of inOrder) {
    const operation = operations.of(fact);
    if (!operation) continue;
    if (fact.line.inferred) {
      const versions = fact.versions.filter((version) => operation.at.has(version));
      if (versions.length > 0) mergeBody(operation, { ...fact, versions }, shapes);
      continue;
    }
    if (fact.absent) {
      for (const version of fact.versions)
        if (operation.at.get(version)?.evidence === 'inferred') operation.at.delete(version);
      continue;
    }
    operations.document(operation, fact);
    operations.parameters(operation, fact);
    mergeBody(operation, fact, shapes);
    mergeAnswers(operation, fact, shapes);
    operations.page(operation, fact);
  }
  for (const operation of document.operations) cutToOperation(operation);
  return [...operations.changes, ...shapes.changes];
}

/** Parameters and further paths exist in no version without their operation. */
function cutToOperation(operation: ExpandedOperation): void {
  for (const [path, versions] of operation.alsoAt) {
    for (const version of versions) if (!operation.at.has(version)) versions.delete(version);
    if (versions.size === 0) operation.alsoAt.delete(path);
  }
  for (const [key, element] of operation.parameters) {
    for (const version of element.keys()) if (!operation.at.has(version)) element.delete(version);
    if (element.size === 0) operation.parameters.delete(key);
  }
}

function contextOf(operation: ExpandedOperation, fact: Fact, use: 'body' | 'answer'): ShapeContext {
  const within = [...operation.at.keys()].sort();
  const complete = operation.pages
    .filter(({ cut, age }) => !cut && age === undefined)
    .flatMap(({ versions }) => within.filter((version) => versions.includes(version)));
  return { fact, within, complete: use === 'body' ? complete : [], use };
}

function mergeBody(operation: ExpandedOperation, fact: Fact, shapes: Shapes): void {
  const { body } = fact.line;
  const shape: unknown = Array.isArray(body) ? body[0] : body;
  if (!isShape(shape) && !Array.isArray(body)) return;
  const context = contextOf(operation, fact, 'body');
  const known = bodySchema(latest(operation, fact.versions));
  if (!isShape(shape)) {
    const type = typeof shape === 'string' ? factType(shape) : undefined;
    if (!known && type) setBody(operation, fact, { type: 'array', items: type.schema });
    return;
  }
  const own = schemaName(known?.items ?? known);
  const name = fact.line.schema ?? own;
  if (name !== undefined && shapes.isSame(name, shape)) {
    shapes.merge(name, shape, context);
    const isList = known?.type === 'array';
    if (name !== own || isList !== Array.isArray(body))
      setBody(operation, fact, listed(refTo(name), Array.isArray(body)));
    return;
  }
  if ((fact.age !== 'release' || fact.line.inferred) && known) return;
  const created = shapes.create(`${operation.id.replace(/Async$/, '')}Request`, context);
  shapes.merge(created, shape, context);
  setBody(operation, fact, listed(refTo(created), Array.isArray(body)));
}

function listed(schema: SchemaNode, isList: boolean): SchemaNode {
  return isList ? { type: 'array', items: schema } : schema;
}

function latest(operation: ExpandedOperation, versions: readonly AnyVersion[]): OperationBody | undefined {
  return (operation.at.get(versions.at(-1) ?? '2.0') ?? [...operation.at.values()].at(-1))?.value;
}

function bodySchema(body: OperationBody | undefined): SchemaNode | undefined {
  return body?.requestBody?.content['application/json']?.schema;
}

/** A change holds for the fact's versions and, where nothing else is shown, above them; below only where there was none. */
function change(
  operation: ExpandedOperation,
  fact: Fact,
  edit: (body: OperationBody) => OperationBody,
  hadNone: (body: OperationBody) => boolean,
): void {
  const lowest = fact.versions[0] ?? '';
  for (const [version, stated] of operation.at) {
    const isOwn = fact.versions.includes(version);
    const isAbove = version > lowest && stated.evidence === 'inferred';
    if (isOwn || isAbove || hadNone(stated.value))
      operation.at.set(version, { ...stated, value: edit(stated.value) });
  }
}

function setBody(operation: ExpandedOperation, fact: Fact, schema: SchemaNode): void {
  const known = latest(operation, fact.versions)?.requestBody;
  const isRequired = operation.isNew === true || marksRequired(fact.line.body);
  const required = known ? known.required !== false : isRequired;
  const requestBody = { required, content: { 'application/json': { schema } } };
  change(
    operation,
    fact,
    (body) => ({ ...body, requestBody }),
    (body) => body.requestBody === null,
  );
}

/** A body that an operation had not, and that has no required field, may be left out. */
function marksRequired(body: unknown): boolean {
  const shape: unknown = Array.isArray(body) ? body[0] : body;
  return (
    isShape(shape) && Object.values(shape).some((type) => typeof type === 'string' && /[!*]$/.test(type))
  );
}

function mergeAnswers(operation: ExpandedOperation, fact: Fact, shapes: Shapes): void {
  const { resp, graphql, answer: named } = fact.line;
  const status = successStatus(operation, fact);
  if (graphql !== undefined)
    setAnswer(
      operation,
      fact,
      status,
      rowsOf(graphql, (name) => ({ 'x-graphql-type': name })),
    );
  if (named !== undefined) setAnswer(operation, fact, status, rowsOf(named, refTo));
  if (!isShape(resp)) return;
  for (const [shown, answer] of Object.entries(resp)) {
    if (!/^2(\d\d|xx)$/i.test(shown)) continue;
    mergeAnswer(operation, fact, shapes, /xx/i.test(shown) ? status : shown, answer);
  }
}

/** @param text `Note`, `[Note]` or `Page<Note>` */
function rowsOf(text: string, schema: (name: string) => SchemaNode): SchemaNode {
  const [, page, list, name = text] = /^(Page<)?(\[)?([\w.]+)/.exec(text) ?? [];
  if (page !== undefined) return { 'x-page-of': schema(name) };
  return listed(schema(name), list !== undefined);
}

function successStatus(operation: ExpandedOperation, fact: Fact): string {
  const statuses = Object.keys(latest(operation, fact.versions)?.responses ?? {});
  return statuses.find((status) => status.startsWith('2')) ?? '200';
}

function mergeAnswer(
  operation: ExpandedOperation,
  fact: Fact,
  shapes: Shapes,
  status: string,
  answer: unknown,
): void {
  const form = formOf(answer);
  const known = latest(operation, fact.versions)?.responses[status]?.content?.['application/json']?.schema;
  const row = known?.['x-page-of'] ?? known?.items ?? known;
  if (!form || row?.['x-graphql-type'] !== undefined) return;
  if (!isShape(form.shape)) return;
  const context = contextOf(operation, fact, 'answer');
  const name = schemaName(row);
  if (name !== undefined && shapes.isSame(name, form.shape)) {
    shapes.merge(name, form.shape, context);
    const isSameForm = JSON.stringify(form.wrap(refTo(name))) === JSON.stringify(known);
    if (!isSameForm && fact.age === 'release') setAnswer(operation, fact, status, form.wrap(refTo(name)));
    return;
  }
  if (fact.age !== 'release' && known) return;
  const created = shapes.create(`${operation.id.replace(/Async$/, '')}Response`, context);
  shapes.merge(created, form.shape, context);
  setAnswer(operation, fact, status, form.wrap(refTo(created)));
}

interface Form {
  shape: Shape | string;
  wrap: (row: SchemaNode) => SchemaNode;
}

/** A page has its counts beside its items; a list stands bare. */
function formOf(answer: unknown): Form | undefined {
  if (Array.isArray(answer)) {
    const [row] = answer as unknown[];
    return isShape(row) ? { shape: row, wrap: (one) => listed(one, true) } : undefined;
  }
  if (!isShape(answer)) return undefined;
  const entries = Object.entries(answer);
  const items = entries.find(([name]) => name.toLowerCase() === 'items')?.[1];
  if (Array.isArray(items) && entries.some(([name]) => name.toLowerCase() === 'totalitems')) {
    const [row] = items as unknown[];
    return isShape(row) ? { shape: row, wrap: (one) => ({ 'x-page-of': one }) } : undefined;
  }
  return { shape: answer, wrap: (one) => one };
}

function setAnswer(operation: ExpandedOperation, fact: Fact, status: string, schema: SchemaNode): void {
  const response: ResponseNode = { description: 'Done.', content: { 'application/json': { schema } } };
  change(
    operation,
    fact,
    (body) => {
      const others = Object.entries(body.responses).filter(([one]) => !one.startsWith('2'));
      return { ...body, responses: Object.fromEntries([[status, response], ...others]) };
    },
    ({ responses }) =>
      !Object.entries(responses).some(([one, answer]) => one.startsWith('2') && isShown(answer)),
  );
}

/** An answer of any kind stands for one that no page shows. */
function isShown({ content }: ResponseNode): boolean {
  return Object.values(content ?? {}).some(({ schema }) => Object.keys(schema ?? {}).length > 0);
}
