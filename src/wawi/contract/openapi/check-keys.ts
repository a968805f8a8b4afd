import type { ElementPath, Report } from './check-annotations.ts';

const annotations = ['x-versions', 'x-evidence', 'x-variants'];

const knownKeys = {
  operations: new Set([
    ...annotations,
    'operationId',
    'summary',
    'tags',
    'parameters',
    'requestBody',
    'responses',
    'x-scopes',
    'x-scopes-assumed',
    'x-stability',
    'x-also-at',
    'x-pages',
    'x-inferred',
  ]),
  parameters: new Set([...annotations, 'name', 'in', 'required', 'schema']),
};

/** Reports the keys of an operation or a parameter that the contract does not have, such as misspelt ones. */
export function checkKeys(
  node: object,
  kind: keyof typeof knownKeys,
  path: ElementPath,
  report: Report,
): void {
  for (const key of Object.keys(node))
    if (!knownKeys[kind].has(key)) report([...path, key], `'${key}' is not a key of ${kind} of the contract`);
}
