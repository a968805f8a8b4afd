import type { Faker } from '@faker-js/faker';
import { assortment, type KindOfGoods, type Range } from './assortment.ts';

/** One item of the range, in all that its colours have in common. */
export interface ItemDesign {
  range: Range;
  kind: KindOfGoods;
  name: string;
  maker: string;
  series: string;
  /** Net, in cents. */
  net: number;
  /** Kilograms. */
  weight: number;
}

const designs = assortment.flatMap((range) => range.kinds.map((kind) => ({ range, kind })));
const colouredDesigns = designs.filter(({ kind }) => kind.isColoured);

/** Cents at the end of gross prices, the preferred ones first. */
const endings = [95, 99, 90, 49, 50, 0];

/** The number of items of each kind so far, by which each gets a name of its own. */
export type KindCounts = Map<KindOfGoods, number>;

/**
 * @param counts is counted up
 * @param isColoured whether the item is to come in several colours
 */
export function newDesign(faker: Faker, counts: KindCounts, isColoured: boolean): ItemDesign {
  const { range, kind } = faker.helpers.arrayElement(isColoured ? colouredDesigns : designs);
  const earlier = counts.get(kind) ?? 0;
  counts.set(kind, earlier + 1);
  const { series, variant, edition } = combination(range, kind, earlier);
  const title = `${kind.name} ${range.series[series] ?? ''}`;
  const position = positionOf(faker, variant, kind.variants.length);
  return {
    range,
    kind,
    name: `${title}${edition > 0 ? ` ${edition + 1}` : ''} ${kind.variants[variant] ?? ''}`.trim(),
    maker: faker.helpers.arrayElement(range.makers),
    series: title,
    net: netPrice(kind.gross, position, range.isTaxReduced ? 1.07 : 1.19),
    weight: range.hasBasePrice ? gramsOf(kind.variants[variant]) / 1000 : between(kind.weight, position),
  };
}

/**
 * Walks through all combinations of series and variant before one comes again as a later edition. Each kind begins with
 * another one, so that not all items are the smallest of the first series.
 */
function combination(
  { series }: Range,
  kind: KindOfGoods,
  earlier: number,
): { series: number; variant: number; edition: number } {
  const variants = kind.variants.length;
  const all = series.length * variants;
  const n = (earlier + 7 * designs.findIndex((design) => design.kind === kind)) % all;
  return {
    series: n % series.length,
    variant: ((n % series.length) + Math.floor(n / series.length)) % variants,
    edition: Math.floor(earlier / all),
  };
}

/** @returns the place between cheapest and dearest, 0 to 1: mostly by the variant */
function positionOf(faker: Faker, variant: number, variants: number): number {
  const chance = faker.number.float();
  return variants === 1 ? chance : (0.75 * variant) / (variants - 1) + 0.25 * chance;
}

/** @returns net cents for which the shop shows a gross price with one of the usual endings */
function netPrice([least, most]: KindOfGoods['gross'], position: number, tax: number): number {
  const euros = Math.floor(least + (most - 1 - least) * position);
  const gross = endings.map((cents) => euros * 100 + cents).find((price) => isShown(price, tax));
  return Math.round((gross ?? euros * 100) / tax);
}

function isShown(gross: number, tax: number): boolean {
  return Math.round(Math.round(gross / tax) * tax) === gross;
}

/** @returns the number in a variant such as `125 g` */
function gramsOf(variant = ''): number {
  return Number.parseInt(variant, 10);
}

function between([least, most]: KindOfGoods['weight'], position: number): number {
  return Math.round((least + (most - least) * position) * 1000) / 1000;
}
