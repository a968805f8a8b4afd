import type { Operation } from '../../contract/contract.ts';
import { comparablePath, parameterNames } from '../../contract/path-template.ts';
import type { Call, Handler } from './call.ts';
import type { ParameterValues } from './parameters.ts';

/**
 * Finds the handlers of operations. Versions move operations to other paths and rename path parameters; a binding names
 * any path that the operation has, and its handler reads parameters by the names in that path.
 */
export class OperationHandlers {
  readonly #handlers = new Map<string, Handler>();

  /** @param bindings handlers by `METHOD /path` */
  constructor(bindings: Readonly<Record<string, Handler>>) {
    for (const [title, handler] of Object.entries(bindings)) {
      const [method = '', path = ''] = title.split(' ');
      const names = parameterNames(path);
      this.#handlers.set(`${method} ${comparablePath(path)}`, (call) => handler(renamed(call, names)));
    }
  }

  /** @returns undefined for an operation that no binding names */
  of({ method, path, otherPaths }: Operation): Handler | undefined {
    for (const one of [path, ...otherPaths]) {
      const handler = this.#handlers.get(`${method} ${comparablePath(one)}`);
      if (handler) return handler;
    }
    return undefined;
  }
}

/** @returns the call with its path parameters under other names, position by position */
function renamed(call: Call, names: readonly string[]): Call {
  const values = parameterNames(call.operation.path).map((name) => call.params[name]);
  const params: ParameterValues = Object.fromEntries(names.map((name, n) => [name, values[n]]));
  return { ...call, params };
}
