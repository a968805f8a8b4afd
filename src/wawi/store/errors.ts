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
  /** Set for a reference to an entity that does not exist. */
  missing?: MissingEntity | undefined;
}

/** An entity that does not exist: clients of version 2 and of GraphQL know it by its packed key. */
export interface MissingEntity {
  label: string;
  /** The kind of its key, such as `ArtikelKey`. */
  key: string;
  id: number;
}

/** A refusal of the domain. A transaction that throws it changes no data. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: DomainErrorKind,
    message: string,
    readonly problems: readonly FieldProblem[] = [],
    /** Set for `not-found` of an entity with a key of its own. */
    readonly missing?: MissingEntity,
  ) {
    super(message);
  }
}

/** @param label the entity's name in messages, such as `sales order` */
export function notFound(label: string, id: number | string): DomainError {
  return new DomainError('not-found', notFoundMessage(label, id));
}

/** @param key kind of the entity's key */
export function entityNotFound({ label, key }: { label: string; key: string }, id: number): DomainError {
  return new DomainError('not-found', notFoundMessage(label, id), [], { label, key, id });
}

/** @param path domain path of the field with the reference */
export function missingReference(
  path: string,
  { label, key }: { label: string; key: string },
  id: number,
): FieldProblem {
  return { path, message: notFoundMessage(label, id), missing: { label, key, id } };
}

export function notFoundMessage(label: string, id: number | string): string {
  return `There is no ${label} with the id ${id}.`;
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
