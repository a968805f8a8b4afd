import { DomainError } from '../../store/errors.ts';
import type { TenantData } from '../../store/tenant-data.ts';

const required = {
  object:
    'give the kind of entity that the event is of: customer, salesOrder, salesInvoice, item or deliveryNote',
  eventId: "give the number by which the API's workflow operations name the event, such as 1",
};

/**
 * Checks a workflow event of a fixture: without its object and number, no API shows or triggers it.
 * @throws DomainError `invalid` naming the missing fields
 */
export function fixtureWorkflowEvent(_data: TenantData, fields: Record<string, unknown>): object {
  const problems = Object.entries(required)
    .filter(([name]) => fields[name] === undefined)
    .map(([path, remedy]) => ({ path, message: `is missing; ${remedy}` }));
  if (problems[0]) throw new DomainError('invalid', problems[0].message, problems);
  return fields;
}
