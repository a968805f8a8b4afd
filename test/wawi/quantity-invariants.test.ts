import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { parse } from 'yaml';
import { tenantFromFixture, type TenantDocument } from '../../src/wawi/areas/generate/fixture.ts';
import { DomainError } from '../../src/wawi/store/errors.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { brokenInvariants } from './quantity-invariants.ts';
import { writes, type Choice } from './quantity-writes.ts';

const file = 'kaffee-kontor.yaml';
const fixture = parse(await readFile(`fixtures/tenants/${file}`, 'utf8')) as TenantDocument;
const tenant = await tenantFromFixture(fixture, file);

/** Numbers that a write picks its documents and quantities by; the remainder selects an existing one. */
const choice: fc.Arbitrary<Choice> = fc.record<Choice>({
  write: fc.oneof(
    fc.constantFrom(...(Object.keys(writes) as (keyof typeof writes)[])),
    // Writes that continue an order are more frequent, so that quantities can be exceeded.
    fc.constantFrom('reserve', 'ship', 'deliver', 'invoice', 'return', 'correctLines', 'creditReturn'),
  ),
  document: fc.nat(2),
  line: fc.nat(1),
  other: fc.nat(1),
  quantity: fc.integer({ min: -1, max: 5 }),
  flag: fc.boolean(),
});

/** Runs a write as a request would: all of it or nothing. */
function run(data: TenantData, chosen: Choice): boolean {
  try {
    data.transact((draft) => {
      writes[chosen.write](draft, chosen);
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

describe('no sequence of documented writes', () => {
  it('makes a quantity negative, ships more than ordered, invoices or credits too much', () => {
    fc.assert(
      fc.property(fc.array(choice, { minLength: 20, maxLength: 60 }), (choices) => {
        const data = tenant.clone();
        run(data, { write: 'order', document: 0, line: 0, other: 1, quantity: 5, flag: true });
        for (const chosen of choices) {
          if (!run(data, chosen)) continue;
          const broken = brokenInvariants(data);
          if (broken.length > 0) throw new Error(`after ${JSON.stringify(chosen)}: ${broken.join('; ')}`);
        }
      }),
      { seed: 5850, numRuns: 300 },
    );
  }, 120_000);
});
