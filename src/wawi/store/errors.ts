/** The kinds of refusals of the domain. Each API has its own wording and codes for them. */
export type DomainErrorKind =
  /** The addressed entity does not exist. */
  | 'not-found'
  /** A value refers to an entity that does not exist. */
  | 'missing-reference'
  /** A value is unacceptable by itself. */
  | 'invalid'
  /** A number, SKU or the like is taken. */
  | 'duplicate'
  /** Other entities refer to the entity, so it cannot be deleted. */
  | 'referenced'
  /** The entity's state forbids the change. */
  | 'state'
  /** A business rule forbids it. */
  | 'rule';

/** One refused field: its domain path (`billingAddress.city`) and the problem, with the value and what would be right. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** A refusal of the domain. A transaction that throws it changes no data. */
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
