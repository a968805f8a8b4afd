import { UploadedFile } from '../../wire/graphql/uploaded-file.ts';
import type { RequestRefused } from '../../wire/graphql/errors.ts';
import { invalidRequest, jsonIn } from './invalid-request.ts';

/**
 * Reads a GraphQL multipart request (jaydenseric/graphql-multipart-request-spec): `operations` with nulls where files
 * go, `map` from file field to the paths it goes to, then the files.
 * @returns the operations with the files in place
 * @throws RequestRefused with HotChocolate's codes
 */
export async function readMultipart(bytes: Uint8Array, contentType: string): Promise<unknown> {
  const form = await formOf(bytes, contentType);
  const operations = form.get('operations');
  if (typeof operations !== 'string') throw refused('No `operations` specified.', 'HC0034');
  const mapText = form.get('map');
  if (typeof mapText !== 'string') throw refused('No `map` specified.', 'HC0044');
  const body = jsonIn(operations, "the field 'operations'");
  const map = jsonIn(mapText, "the field 'map'");
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw refused(
      'Invalid JSON in the `map` multipart field; Expected type of Dictionary<string, string[]>.',
      'HC0043',
    );
  for (const [field, paths] of Object.entries(map as Readonly<Record<string, unknown>>)) {
    const part = form.get(field);
    if (part === null || typeof part === 'string')
      throw refused(`A file for the key '${field}' is missing.`, 'HC0038');
    if (!Array.isArray(paths) || paths.length === 0)
      throw refused(`No object paths specified for key '${field}' in 'map'.`, 'HC0037');
    const file = new UploadedFile(part.name, part.type, new Uint8Array(await part.arrayBuffer()));
    for (const path of paths) place(body, String(path), file);
  }
  return body;
}

async function formOf(bytes: Uint8Array, contentType: string): Promise<FormData> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw refused('Could not read the multipart form.', 'HC0033');
  }
}

/** Puts a file where the path says: `variables.file`, `variables.files.0`. */
function place(body: unknown, path: string, file: UploadedFile): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  if (steps[0] !== 'variables')
    throw refused(`The variable path '${path}' must start with \`variables\`.`, 'HC0042');
  let target = body;
  for (const step of steps) target = child(target, step);
  if (typeof target !== 'object' || target === null || child(target, last) !== null) {
    throw refused(`The variable path '${path}' is referring to a variable that does not exist.`, 'HC0039');
  }
  (target as Record<string, unknown>)[last] = file;
}

/** Own properties only, so that a path such as `variables.__proto__` leads nowhere. */
function child(target: unknown, step: string): unknown {
  return typeof target === 'object' && target !== null && Object.hasOwn(target, step)
    ? (target as Record<string, unknown>)[step]
    : undefined;
}

function refused(message: string, code: string): RequestRefused {
  return invalidRequest(message, code, message);
}
