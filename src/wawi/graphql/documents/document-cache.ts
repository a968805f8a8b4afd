import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { RequestRefused } from '../../wire/graphql/errors.ts';
import { checkDocumentSize, documentLimits } from './limits.ts';
import { operationOf, type Operation } from './operation.ts';
import { syntaxError, validationErrors } from './wording.ts';

/** How many documents are kept; the least recently used goes first. */
const keptDocuments = 500;

/** Parses and validates each document once. */
export class DocumentCache {
  readonly #documents = new Map<string, DocumentNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * @param query the document's text
   * @throws RequestRefused for what is no GraphQL, not valid against the schema, or too large
   */
  operation(query: string, operationName: string | undefined): Operation {
    return operationOf(this.#document(query), operationName);
  }

  #document(query: string): DocumentNode {
    const document = this.#documents.get(query) ?? this.#validated(query);
    // Moved to the end, so that the least recently used is the first.
    this.#documents.delete(query);
    this.#documents.set(query, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > keptDocuments && oldest !== undefined) this.#documents.delete(oldest);
    return document;
  }

  #validated(query: string): DocumentNode {
    const document = parsed(query);
    checkDocumentSize(document);
    const errors = validate(this.schema, document, specifiedRules, { maxErrors: 50 });
    if (errors.length > 0) {
      throw new RequestRefused(
        validationErrors(this.schema, document, errors),
        errors.map((error) => error.message).join(' '),
      );
    }
    return document;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw new RequestRefused([syntaxError(error)]);
    throw error;
  }
}
