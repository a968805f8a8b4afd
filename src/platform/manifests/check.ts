import type { TSchema } from 'typebox';
import { isRecord } from '../json.ts';
import type { Problem } from '../problems.ts';
import { problemsIn } from '../validation/validator.ts';
import { manifest1, manifest2, type TextRole } from './manifest.schema.ts';

/** The rules for manifests. */
export interface ManifestRules {
  /** Every scope of the platform; unknown ones are refused. */
  knownScopes: ReadonlySet<string>;
  /** Origins of the emulator itself: an app on one of them could reach the host page. */
  ownOrigins: readonly string[];
  /** Treatment of unknown keys; default `ignore`, as on the platform. */
  unknownKeys?: 'ignore' | 'warn' | 'refuse';
  /** Treatment of scopes that the platform does not know; default `refuse`, as on the platform. */
  unknownScopes?: 'warn' | 'refuse';
}

/** All problems and warnings of a manifest. */
export interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

const schemas = { 1: manifest1, 2: manifest2 };

/** The members of a schema that lead to the values of a manifest. */
interface ManifestSchema {
  $ref?: string;
  items?: TSchema;
  properties?: Readonly<Record<string, TSchema>>;
  definitions?: Readonly<Record<string, TSchema>>;
  role?: TextRole;
  undocumented?: boolean;
  anyKeys?: boolean;
}

/**
 * Checks a manifest by the schema of its version, and its URLs and scopes by the rules that no schema can express.
 * @param manifest without members that are null
 * @param path of the manifest, `$` or `$.manifest`
 */
export function checkManifest(
  manifest: Record<string, unknown>,
  generation: 1 | 2,
  rules: ManifestRules,
  path: string,
): Findings {
  const schema = schemas[generation];
  const findings: Findings = { problems: problemsIn(schema, manifest, path), warnings: [] };
  const refused = new Set(findings.problems.map((problem) => problem.path));
  for (const one of textsWithRoles(manifest, schema, path, schema)) {
    if (refused.has(one.path)) continue;
    const { refuse, warn } = judge(one.value, one.role, rules);
    const found = { path: one.path, value: one.value };
    if (refuse !== undefined) findings.problems.push({ ...found, message: refuse });
    else if (warn !== undefined) findings.warnings.push({ ...found, message: warn });
  }
  return findings;
}

interface TextWithRole {
  value: string;
  role: TextRole;
  path: string;
}

function textsWithRoles(value: unknown, schema: TSchema, path: string, root: TSchema): TextWithRole[] {
  const { role, items, properties = {} } = resolved(schema, root);
  if (role !== undefined) return typeof value === 'string' ? [{ value, role, path }] : [];
  if (Array.isArray(value) && items !== undefined)
    return value.flatMap((one, n) => textsWithRoles(one, items, `${path}[${n}]`, root));
  if (!isRecord(value)) return [];
  return Object.entries(properties).flatMap(([key, inner]) =>
    Object.hasOwn(value, key) ? textsWithRoles(value[key], inner, `${path}.${key}`, root) : [],
  );
}

function resolved(schema: ManifestSchema, root: ManifestSchema): ManifestSchema {
  if (schema.$ref === undefined) return schema;
  return root.definitions?.[schema.$ref.slice('#/definitions/'.length)] ?? {};
}

const localHosts = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

interface Verdict {
  refuse?: string;
  warn?: string;
}

function judge(text: string, role: TextRole, rules: ManifestRules): Verdict {
  if (role === 'scope') return judgeScope(text, rules);
  if (!URL.canParse(text)) return { refuse: 'must be an absolute http:// or https:// URL' };
  const { hostname, protocol, origin } = new URL(text);
  // In a frame on the emulator's own origin, an app could reach the host page.
  if (role === 'page-url' && rules.ownOrigins.includes(origin))
    return { refuse: "must not be on the emulator's own origin: serve the app from a port of its own" };
  // RFC 6749 section 3.1.2.
  if (role === 'redirect-uri' && text.includes('#'))
    return { refuse: 'must have no fragment: the answer is added to it' };
  if (localHosts.test(hostname)) return { warn: 'points to this machine: works here, not in production' };
  if (protocol === 'http:') return { warn: 'is plain http: works here, production asks for https' };
  if (role === 'redirect-uri' && text.includes('*'))
    return { warn: 'is compared as it stands: an asterisk stands for itself alone' };
  return {};
}

function judgeScope(scope: string, { knownScopes, unknownScopes }: ManifestRules): Verdict {
  if (knownScopes.has(scope)) return {};
  const resource = scope.split('.')[0]?.toLowerCase() ?? '';
  const near = [...knownScopes].filter(
    (one) => one.toLowerCase() === scope.toLowerCase() || one.split('.')[0] === resource,
  );
  const hint =
    near.length > 0
      ? `known: ${near.slice(0, 6).join(', ')}`
      : 'examples are items.read and salesorders.write';
  const message = `must be a scope the platform knows; ${hint}`;
  return unknownScopes === 'warn' ? { warn: message } : { refuse: message };
}

/**
 * Finds keys that the platform would ignore because no manifest of this version has them.
 * @param path of the manifest, `$` or `$.manifest`
 * @returns one problem per key, with the known keys
 */
export function unknownKeys(manifest: unknown, generation: 1 | 2, path: string): Problem[] {
  const schema = schemas[generation];
  return unknownIn(manifest, schema, path, schema);
}

const isUndocumented = (schema: ManifestSchema | undefined) => schema?.undocumented === true;

function unknownIn(value: unknown, schema: TSchema, path: string, root: TSchema): Problem[] {
  const { items, properties, anyKeys } = resolved(schema, root);
  if (items !== undefined && Array.isArray(value))
    return value.flatMap((element, index) => unknownIn(element, items, `${path}[${index}]`, root));
  if (properties === undefined || anyKeys === true || !isRecord(value)) return [];
  const known = Object.keys(properties).filter((key) => !isUndocumented(properties[key]));
  return Object.entries(value).flatMap(([key, inner]) => {
    const of = known.includes(key) ? properties[key] : undefined;
    if (of !== undefined) return unknownIn(inner, of, `${path}.${key}`, root);
    const message = `is ignored: no manifest of this version has it; known here: ${known.join(', ')}`;
    return [{ path: `${path}.${key}`, value: inner, message }];
  });
}
