import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { GraphqlTypes } from '../../projection/graphql-types.ts';
import { RequestRefused } from '../errors.ts';
import { checkDocumentSize, documentLimits } from './limits.ts';
import { planOperation, type Plan } from './plan.ts';
import { syntaxError, validationError } from './wording.ts';

/** How many documents are kept; the least recently used goes first. */
const keptDocuments = 500;

interface KnownDocument {
  readonly document: DocumentNode;
  /** By operation name. */
  readonly plans: Map<string, Plan>;
}

/** Parses, validates and plans each document once. */
export class DocumentCache {
  readonly #documents = new Map<string, KnownDocument>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly types: GraphqlTypes,
  ) {}

  /**
   * @param query the document's text
   * @throws RequestRefused for what is no GraphQL, not valid against the schema, or too large
   */
  plan(query: string, operationName: string | undefined): Plan {
    const known = this.#document(query);
    const name = operationName ?? '';
    let plan = known.plans.get(name);
    if (!plan) {
      plan = planOperation(known.document, operationName, this.schema, this.types);
      known.plans.set(name, plan);
    }
    return plan;
  }

  /** @returns the parsed document of a text that was planned before */
  document(query: string): DocumentNode {
    return this.#document(query).document;
  }

  #document(query: string): KnownDocument {
    let known = this.#documents.get(query);
    if (known) this.#documents.delete(query);
    else known = { document: this.#validated(query), plans: new Map() };
    this.#documents.set(query, known);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > keptDocuments && oldest !== undefined) this.#documents.delete(oldest);
    return known;
  }

  #validated(query: string): DocumentNode {
    const document = parsed(query);
    checkDocumentSize(document);
    const errors = validate(this.schema, document, specifiedRules, { maxErrors: 50 });
    if (errors.length > 0) {
      throw new RequestRefused(errors.map(validationError), errors.map((error) => error.message).join(' '));
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
