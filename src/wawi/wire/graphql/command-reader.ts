import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { DomainError } from '../../store/errors.ts';
import { withoutNulls } from '../../store/values/merge.ts';
import { ApiError, type RefusedField } from '../access/api-errors.ts';
import { clientName } from '../views/client-names.ts';
import { DraftReader, type Draft } from '../views/draft-reader.ts';
import { InputShapes } from './input-shapes.ts';
import type { InputTargets } from './input-views.ts';

/** The argument that carries a command in every mutation of the contract. */
export const commandArgument = 'request';

/** Members that the service itself reads and that are not part of a draft. */
const serviceFields: ReadonlySet<string> = new Set(['idempotencyKey']);

/** A command as a mutation receives it, in the domain's terms. */
export interface ReadCommand {
  readonly draft: Draft;
  /** @returns the refusal with its fields as the client wrote them */
  inClientTerms(error: DomainError): DomainError;
}

/** Reads the inputs of mutations into drafts. */
export class CommandReader {
  readonly #drafts: DraftReader;

  /** @param targets where the fields of each input go */
  constructor(contract: GraphqlContractData, targets: InputTargets) {
    this.#drafts = new DraftReader(new InputShapes(contract), (input, field) => {
      if (serviceFields.has(field)) return undefined;
      const target = targets[input]?.[field] ?? field;
      return target === false ? undefined : target;
    });
  }

  /**
   * @param input name of the input type
   * @param value the argument as GraphQL coerced it
   * @param nulls the meaning of an explicit null: `absent` in a command that creates, `clear` in one that changes
   * @throws ApiError 400 for keys of the wrong kind and for null as an element of a list
   */
  read(input: string, value: unknown, nulls: 'absent' | 'clear'): ReadCommand {
    const spelling = (path: string): string => (path === '' ? commandArgument : `${commandArgument}.${path}`);
    const { draft, clientNames, problems } = this.#drafts.read(
      { kind: 'schema', name: input },
      value ?? {},
      spelling,
    );
    if (problems.length > 0) throw validationError(problems);
    return {
      draft: nulls === 'absent' ? withoutNulls(draft as Draft) : (draft as Draft),
      inClientTerms: (error) => inClientTerms(error, clientNames),
    };
  }
}

function inClientTerms(error: DomainError, clientNames: ReadonlyMap<string, string>): DomainError {
  const problems = error.problems.map((problem) => ({
    ...problem,
    path: clientName(clientNames, problem.path) ?? `${commandArgument}.${problem.path}`,
  }));
  return new DomainError(error.kind, error.message, problems, error.missing);
}

function validationError(fields: readonly RefusedField[]): ApiError {
  const text = fields.map((one) => `${one.field}: ${one.message}`).join(' ');
  return new ApiError({ status: 400, code: 'ValidationError', message: text, fields });
}
