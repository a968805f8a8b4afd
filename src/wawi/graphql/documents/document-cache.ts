import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { RequestRefused } from '../../wire/graphql/errors.ts';
import type { DateTimes, Reading } from '../schema/date-times.ts';
import { checkDocumentSize } from './limits.ts';
import { operationOf, type Operation } from './operation.ts';
import { checkTokens } from './tokens.ts';
import { syntaxError, validationErrors } from './wording.ts';

/** How many documents are kept; the least recently used goes first. */
const keptDocuments = 500;

/** Documents with more characters are not kept. */
const keptCharacters = 50_000;

/** Parses and validates each document once. */
export class DocumentCache {
  readonly #documents = new Map<string, Reading<DocumentNode>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dateTimes: DateTimes,
  ) {}

  /**
   * @param query the document's text
   * @throws RequestRefused for text that is not GraphQL, not valid against the schema, or too large
   */
  operation(query: string, operationName: string | undefined): Operation {
    const { result, assumptions } = this.#document(query);
    return { ...operationOf(result, operationName), assumptions };
  }

  #document(query: string): Reading<DocumentNode> {
    // Literals that are valid under one option may be refused under another.
    const key = `${this.dateTimes.option()} ${query}`;
    const document = this.#documents.get(key) ?? this.#validated(query);
    if (query.length > keptCharacters) return document;
    // Moved to the end, so that the least recently used is the first.
    this.#documents.delete(key);
    this.#documents.set(key, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > keptDocuments && oldest !== undefined) this.#documents.delete(oldest);
    return document;
  }

  #validated(query: string): Reading<DocumentNode> {
    checkTokens(query);
    const document = parsed(query);
    checkDocumentSize(document);
    const { result: errors, assumptions } = this.dateTimes.watch(() =>
      validate(this.schema, document, specifiedRules, { maxErrors: 50 }),
    );
    if (errors.length > 0) {
      throw new RequestRefused(
        validationErrors(this.schema, document, errors),
        errors.map(reasonOf).join(' '),
        assumptions,
      );
    }
    return { result: document, assumptions };
  }
}

/** graphql-js ends the comparison of fields with equal names after a number of steps. */
function reasonOf({ message }: GraphQLError): string {
  return message === 'Validation aborted.'
    ? 'comparing the fields with equal names in the document takes too many steps; select each field once'
    : message;
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) throw new RequestRefused([syntaxError(error)]);
    throw error;
  }
}
