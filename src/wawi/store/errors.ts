/** What the domain refuses, in terms of the domain; each API words and codes it in its own way. */
export type DomainErrorKind =
  /** The addressed entity does not exist. */
  | 'not-found'
  /** A value refers to an entity that does not exist. */
  | 'missing-reference'
  /** A value is unacceptable by itself. */
  | 'invalid'
  /** A number, SKU or the like is taken. */
  | 'duplicate'
  /** Others refer to the entity, so it cannot go. */
  | 'referenced'
  /** The entity's state forbids the change. */
  | 'state'
  /** A business rule forbids it. */
  | 'rule';

/** One refused field: its domain path (`billingAddress.city`) and what is wrong, with the value and what would be right. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** A refusal of the domain. Nothing has been changed when it is thrown out of a transaction. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: DomainErrorKind,
    message: string,
    readonly problems: readonly FieldProblem[] = [],
  ) {
    super(message);
  }
}

/** @param label the entity's name in messages, such as `sales order` */
export function notFound(label: string, id: number | string): DomainError {
  return new DomainError('not-found', `There is no ${label} with the id ${id}.`);
}

/** @param path domain path of the refused value */
export function invalid(path: string, message: string): DomainError {
  return new DomainError('invalid', message, [{ path, message }]);
}

export function duplicate(path: string, message: string): DomainError {
  return new DomainError('duplicate', message, [{ path, message }]);
}

/** A change that the entity's state forbids (409 or 422, as the operation documents). */
export function wrongState(message: string): DomainError {
  return new DomainError('state', message);
}

/** A change that a business rule forbids (422). */
export function ruleBroken(message: string): DomainError {
  return new DomainError('rule', message);
}
