import { Faker, de, en, base, type Randomizer } from '@faker-js/faker';
import type { Generation } from '../../store/generation.ts';

/**
 * Gives each record its own random sequence, derived from the tenant's seed, the kind of record and the record's number.
 * A change of how one kind is made up therefore changes no other kind, and one more random value for a record changes no
 * other record.
 */
export function randomSequences(seed: number): Generation['sequence'] {
  const fakers = new Map<string, Faker>();
  return (kind, record = 0) => {
    const faker =
      fakers.get(kind) ?? new Faker({ locale: [de, en, base], randomizer: smallFastCounter(), seed: 0 });
    fakers.set(kind, faker);
    faker.seed([seed, hashOf(kind), record]);
    return faker;
  };
}

/**
 * @returns the generator "sfc32" (Small Fast Counting) of Chris Doty-Humphrey's PractRand. Restarting it costs next to
 *   nothing, whereas Faker's own Mersenne twister fills 624 words at each restart.
 */
function smallFastCounter(): Randomizer {
  let [a, b, c, counter] = [0, 0, 0, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    counter = (counter + 1) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const seed = (words: number | number[]): void => {
    [a = 0, b = 0, c = 0] = (Array.isArray(words) ? words : [words]).map((word) => word | 0);
    counter = 1;
    // PractRand's author discards so many values after a seed, by which each bit of it affects all words.
    for (let n = 0; n < 12; n++) next();
  };
  return { next, seed };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
