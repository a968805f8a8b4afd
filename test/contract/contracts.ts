import { bindingsV1 } from '../../src/wawi/areas/rest-v1.ts';
import { bindingsV2 } from '../../src/wawi/areas/rest-v2.ts';
import type { Operation, RestContract } from '../../src/wawi/contract/contract.ts';
import { OperationHandlers } from '../../src/wawi/wire/rest/operation-handlers.ts';

const handlers = { v1: new OperationHandlers(bindingsV1), v2: new OperationHandlers(bindingsV2) };

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
