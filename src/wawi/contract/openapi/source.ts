import { isNode, LineCounter, parseDocument } from 'yaml';
import { contradictions } from './check.ts';
import type { ElementPath } from './check-annotations.ts';
import type { ContractDocument } from './model.ts';

/** Thrown for a document that contradicts itself; the message has a line for each contradiction. */
export class ContractDocumentError extends Error {}

/**
 * Reads an annotated document.
 * @param text YAML
 * @param file names the document in messages
 * @throws ContractDocumentError with file, line and element of each contradiction
 */
export function readContractDocument(text: string, file: string): ContractDocument {
  const lines = new LineCounter();
  const source = parseDocument(text, { lineCounter: lines });
  const [syntax] = source.errors;
  if (syntax) throw new ContractDocumentError(`${file}:${syntax.linePos?.[0].line ?? 1}: ${syntax.message}`);
  const document = source.toJS() as ContractDocument;
  const problems = contradictions(document);
  if (problems.length === 0) return document;
  const lineOf = (path: ElementPath): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = source.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const messages = problems.map(
    ({ path, message }) => `${file}:${lineOf(path)}: ${path.join(' > ')}: ${message}`,
  );
  throw new ContractDocumentError(messages.join('\n'));
}
