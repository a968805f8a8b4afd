import type { Faker } from '@faker-js/faker';
import type { Customer } from '../../customers/schema/customers.ts';

const dayMs = 86_400_000;

interface PaymentHabit {
  /** The payment method of the standard data. */
  paymentMethodId: number;
  /** How often private customers choose it. */
  weight: number;
  /** Days from the order to the payment. */
  days: { min: number; max: number };
  /** The share of orders that is never paid. */
  unpaid: number;
}

const invoice: PaymentHabit = { paymentMethodId: 1, weight: 30, days: { min: 8, max: 35 }, unpaid: 0.08 };

const habits: readonly PaymentHabit[] = [
  invoice,
  { paymentMethodId: 2, weight: 40, days: { min: 0, max: 0 }, unpaid: 0 },
  { paymentMethodId: 3, weight: 15, days: { min: 1, max: 5 }, unpaid: 0 },
  { paymentMethodId: 4, weight: 15, days: { min: 4, max: 8 }, unpaid: 0.02 },
];

/** @returns how an order is paid: firms by invoice, others as they choose, and regulars as they always do */
export function paymentHabit(faker: Faker, customer: Customer | undefined): PaymentHabit {
  if (customer?.billingAddress.company !== undefined) return invoice;
  const usual = habits.find((one) => one.paymentMethodId === customer?.paymentSettings.paymentMethodId);
  if (usual && faker.number.float() < 0.7) return usual;
  return faker.helpers.weightedArrayElement(habits.map((value) => ({ value, weight: value.weight })));
}

/**
 * @param date of the order, ISO 8601
 * @param until the last moment of the history, epoch milliseconds
 * @returns when the order is paid, ISO 8601; undefined: not within the history
 */
export function paidAt(faker: Faker, habit: PaymentHabit, date: string, until: number): string | undefined {
  const instant = Date.parse(date) + faker.number.int(habit.days) * dayMs + faker.number.int(3) * 60_000;
  return faker.number.float() < habit.unpaid || instant > until ? undefined : new Date(instant).toISOString();
}
