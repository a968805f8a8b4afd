import { nameField } from './client-names.ts';
import type { ObjectSchema, Property } from '../../contract/contract.ts';
import { instantOf } from '../../contract/instants.ts';
import { unpackKey } from '../../contract/keys.ts';
import type { TypeNode } from '../../contract/types.ts';
import { decimal } from '../../store/values/decimal.ts';
import { domainName } from './entity-names.ts';
import { fieldView, type ViewTable, type Write } from './views.ts';

/** A request's body in the domain's terms: what is absent was not sent, null clears. */
export type Draft = Record<string, unknown>;

/** The result of {@link DraftReader.read}. */
export interface ReadBody {
  readonly draft: unknown;
  /** Where the client's spelling of each domain path was found, to name fields as the client wrote them. */
  readonly clientNames: ReadonlyMap<string, string>;
  /** Keys that are none, or of the wrong kind: client's field name -> what is wrong. */
  readonly problems: readonly { field: string; message: string }[];
}

interface Reading {
  readonly clientNames: Map<string, string>;
  readonly problems: { field: string; message: string }[];
}

/** The shapes of requests: a REST contract, or the inputs of a GraphQL schema. */
export interface RequestShapes {
  /** @returns the values of an enum schema, or undefined for a name that is not that of an enum */
  enumValues(name: string): ReadonlyMap<number, string> | undefined;
  object(name: string): ObjectSchema;
}

/** Where a field of a request goes: a path into the draft, `.` for the draft itself, a function, undefined for nowhere. */
export type WriteTarget = string | Write | undefined;

/** @returns where a field of a schema goes */
export type WriteTargets = (schema: string, field: string) => WriteTarget;

/** Reads validated request bodies into drafts. */
export class DraftReader {
  readonly #shapes: RequestShapes;
  readonly #targetOf: WriteTargets;

  constructor(shapes: RequestShapes, targetOf: WriteTargets) {
    this.#shapes = shapes;
    this.#targetOf = targetOf;
  }

  /**
   * @param type the contract's type of the body
   * @param body a body with the contract's names and checked types
   * @param spelling the client's spelling of the names along a path of contract names
   */
  read(type: TypeNode, body: unknown, spelling: (path: string) => string = (path) => path): ReadBody {
    const reading: Reading = { clientNames: new Map(), problems: [] };
    const draft = this.#value(type, body, '', '', reading, spelling);
    return { draft, ...reading };
  }

  #value(
    type: TypeNode,
    value: unknown,
    path: string,
    domainPath: string,
    reading: Reading,
    spelling: (path: string) => string,
  ): unknown {
    if (value === null || value === undefined) return null;
    switch (type.kind) {
      case 'key': {
        const key = unpackKey(type.key, String(value));
        if (key.ok) return key.id;
        reading.problems.push({ field: spelling(path), message: key.problem });
        return undefined;
      }
      case 'list':
        return listOf(value).flatMap((element, n) => {
          const at = `${path}[${n}]`;
          if (element !== null)
            return [this.#value(type.of, element, at, `${domainPath}[]`, reading, spelling)];
          reading.problems.push({ field: spelling(at), message: 'A list has no place for null.' });
          return [];
        });
      case 'map':
        return Object.fromEntries(
          Object.entries(value as object).map(([key, element]) => [
            key,
            this.#value(type.of, element, `${path}.${key}`, domainPath, reading, spelling),
          ]),
        );
      case 'schema':
        return this.#shapes.enumValues(type.name)
          ? value
          : this.#object(type.name, value as object, path, domainPath, reading, spelling);
      case 'enum':
        return numberNamed(type.values, value);
      case 'scalar':
        if (type.name === 'date-time') return dateOf(String(value));
        return type.name === 'decimal' || type.name === 'double' ? decimal(value as number) : value;
      default:
        return value;
    }
  }

  #object(
    schema: string,
    value: object,
    path: string,
    domainPath: string,
    reading: Reading,
    spelling: (path: string) => string,
  ): Draft {
    const draft: Draft = {};
    for (const property of this.#shapes.object(schema).properties) {
      const given = (value as Record<string, unknown>)[property.name];
      if (given === undefined || property.readOnly) continue;
      this.#field(schema, property, given, draft, { path, domainPath, reading, spelling });
    }
    return draft;
  }

  #field(
    schema: string,
    property: Property,
    given: unknown,
    draft: Draft,
    at: { path: string; domainPath: string; reading: Reading; spelling: (path: string) => string },
  ): void {
    const path = at.path === '' ? property.name : `${at.path}.${property.name}`;
    const target = this.#targetOf(schema, property.name);
    if (target === undefined) return;
    const targetPath = typeof target === 'string' && target !== '.' ? target : '';
    const domainPath = [at.domainPath, targetPath].filter(Boolean).join('.');
    nameField(at.reading.clientNames, domainPath, at.spelling(path));
    const value = this.#value(property.type, given, path, domainPath, at.reading, at.spelling);
    if (typeof target === 'function') Object.assign(draft, mergeDraft(draft, target(value)));
    else if (target === '.') Object.assign(draft, mergeDraft(draft, (value ?? {}) as Draft));
    else setPath(draft, target, value);
  }
}

/** @returns the elements of a list, which working clients also write as one text with commas */
function listOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'string') return value as unknown[];
  return value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** @returns the instant of a checked text; null for the first day of all, by which .NET says that there is none */
function dateOf(text: string): string | null {
  const instant = instantOf(text);
  return instant === undefined || instant.startsWith('0001-01-01T') ? null : instant;
}

/** @returns the number of an enum's value that is given by its name; any other value as it is */
function numberNamed(values: ReadonlyMap<number, string>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  for (const [number, name] of values) if (name === value) return number;
  return value;
}

/** @returns where the fields of REST bodies go: by the same mapping tables that answers are written by */
export function targetsOf(views: ViewTable): WriteTargets {
  return (schema, field) => {
    const view = fieldView(views, schema, field) ?? domainName(field);
    if (typeof view === 'string') return view;
    if (typeof view === 'function') return undefined;
    return view.write === false ? undefined : view.write;
  };
}

function setPath(draft: Draft, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let target = draft;
  for (const step of steps) {
    const next = target[step];
    target = (isPlainObject(next) ? next : (target[step] = {})) as Draft;
  }
  target[last] =
    isPlainObject(value) && isPlainObject(target[last]) ? mergeDraft(target[last], value) : value;
}

function mergeDraft(a: Draft, b: Draft): Draft {
  const merged: Draft = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = merged[key];
    merged[key] = isPlainObject(before) && isPlainObject(value) ? mergeDraft(before, value) : value;
  }
  return merged;
}

function isPlainObject(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
