/** One problem of an input: its path, the value, and what would be right. */
export interface Problem {
  /** JSON path (`$.capabilities.erp.pane[0].context`) or file and path (`platform.yaml: $.apps[2].id`). */
  path: string;
  /** The wrong value; undefined if a value is missing. */
  value?: unknown;
  /** The problem, and what would be right. */
  message: string;
}

/** A refused input of the emulator's own interface; carries every problem found, not just the first. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.message}`).join('; '));
  }
}

/** An id, slug or client id that does not exist. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor(
    readonly kind: string,
    readonly value: string,
    readonly known: readonly string[],
  ) {
    super(`no ${kind} '${value}'; known: ${known.join(', ') || 'none'}`);
  }
}

/** A change that collides with existing data (an id or slug that is already taken). */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  constructor(
    readonly path: string,
    readonly value: string,
    message: string,
  ) {
    super(message);
  }
}
