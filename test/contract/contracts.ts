import { apis } from '../../src/wawi/areas/index.ts';
import type { Operation, RestContract } from '../../src/wawi/contract/contract.ts';
import { OperationHandlers } from '../../src/wawi/wire/rest/operation-handlers.ts';

const handlers = { v1: new OperationHandlers(apis.v1.bindings), v2: new OperationHandlers(apis.v2.bindings) };

/** @returns whether the emulator has a handler for the operation */
export function isImplemented(operation: Operation): boolean {
  return handlers[operation.version].of(operation) !== undefined;
}

/** @returns the contract with only those operations whose behaviour some source states */
export function implemented(contract: RestContract): RestContract {
  return {
    version: contract.version,
    apiVersion: contract.apiVersion,
    alsoAt: contract.alsoAt,
    schemaNames: contract.schemaNames,
    enumValues: (name) => contract.enumValues(name),
    object: (name) => contract.object(name),
    operations: contract.operations.filter(isImplemented),
  };
}
