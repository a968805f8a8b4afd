import { inferredOperations, writtenInferred } from '../../../src/wawi/contract/openapi/inferred.ts';
import { methods, type ContractDocument } from '../../../src/wawi/contract/openapi/model.ts';
import { without } from './read.ts';

/** Keys that only people and the build read. */
const forPeople = ['x-evidence', 'x-pages', 'x-enum-evidence', 'example'];

/**
 * @returns the document as the program loads it: without evidence, pages and texts of statuses, and with the versions in
 *   which each operation rests on `inferred`
 */
export function compact(document: ContractDocument): ContractDocument {
  const inferred = inferredOperations(document);
  const slim = stripped(document) as ContractDocument;
  for (const item of Object.values(slim.paths))
    for (const method of methods) {
      const node = item[method];
      const found = node && inferred.get(node.operationId);
      if (node && found) node['x-inferred'] = writtenInferred(found);
    }
  return slim;
}

/** Keys of objects whose own keys are names. */
const maps = ['paths', 'properties', 'schemas', 'responses', 'content', 'x-enum-versions'];

function stripped(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((one) => stripped(one));
  if (typeof value !== 'object' || value === null) return value;
  const isResponse = !('type' in value) && !('title' in value);
  const kept = isMap ? value : without(value, isResponse ? [...forPeople, 'description'] : forPeople);
  return Object.fromEntries(
    Object.entries(kept).map(([key, inner]) => [key, stripped(inner, !isMap && maps.includes(key))]),
  );
}
