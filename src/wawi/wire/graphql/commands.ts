import type { TenantData } from '../../store/tenant-data.ts';
import type { CommandBinding, CommandCall } from './call.ts';

/** The scopes that an app needs; of several scopes any one suffices, and `system.all` always does. */
type Scope = string | readonly string[];

type Command<D> = (call: CommandCall<D>) => unknown;

/**
 * A mutation that makes something new: null in its input says the same as leaving the field out.
 * @typeParam D the draft that the input views make of the input
 */
export function creates<D>(scope: Scope, command: Command<D>): CommandBinding {
  return { scopes: [scope].flat(), nulls: 'absent', command: command as Command<unknown> };
}

/**
 * A mutation that changes something: null in its input clears the field.
 * @typeParam D the draft that the input views make of the input
 */
export function changes<D>(scope: Scope, command: Command<D>): CommandBinding {
  return { scopes: [scope].flat(), nulls: 'clear', command: command as Command<unknown> };
}

/**
 * A mutation that changes the tenant's data and answers true.
 * @typeParam D the draft that the input views make of the input
 */
export function acts<D>(scope: Scope, act: (data: TenantData, call: CommandCall<D>) => void): CommandBinding {
  return changes<D>(scope, async (call) => {
    await call.write((data) => {
      act(data, call);
    });
    return true;
  });
}
