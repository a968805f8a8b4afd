// The type check is the judge of this file.

import { expectTypeOf, it } from 'vitest';
import type { StartOptions } from '../../src/index.ts';
import type { FlagName } from '../../src/server/settings.ts';

it('startEmulator takes every setting of the command line that a program can use', () => {
  // A program keeps its state in memory unless it names a folder, and gives choices of assumptions as an object.
  type OfPrograms = Exclude<FlagName, 'watch' | 'ephemeral' | 'assume'> | 'assumptions';
  expectTypeOf<keyof StartOptions>().toEqualTypeOf<OfPrograms>();
});
