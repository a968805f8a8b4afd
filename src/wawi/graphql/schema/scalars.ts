import { Kind, type GraphQLScalarType, type ValueNode } from 'graphql';
import { UploadedFile } from '../../wire/graphql/uploaded-file.ts';
import { timeSpanMs } from '../../contract/time-spans.ts';
import type { DateTimes } from './date-times.ts';

type Parse = (value: unknown) => unknown;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** How each scalar of the contract is read, `DateTime` aside; the result goes to filters and drafts. */
const scalars: Readonly<Record<string, Parse>> = {
  Decimal: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw unfit('Decimal', value, 'a number');
    return value;
  },
  Byte: (value) => whole('Byte', value, 0, 255),
  Long: (value) => whole('Long', value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  URL: (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) throw unfit('URL', value, 'an absolute URL');
    return value;
  },
  UUID: (value) => {
    if (typeof value !== 'string' || !uuid.test(value)) throw unfit('UUID', value, 'a UUID');
    return value;
  },
  TimeSpan: (value) => {
    if (typeof value !== 'string' || timeSpanMs(value) === undefined)
      throw unfit('TimeSpan', value, 'a duration such as P1D');
    return value;
  },
  Upload: (value) => {
    if (!(value instanceof UploadedFile)) throw unfit('Upload', value, 'a file of a multipart request');
    return value;
  },
};

/** Gives a schema's scalar its meaning; scalars that are GraphQL's own are left alone. */
export function defineScalar(type: GraphQLScalarType, dateTimes: DateTimes): void {
  const parse = type.name === 'DateTime' ? instantBy(dateTimes) : scalars[type.name];
  if (!parse) return;
  type.parseValue = parse;
  type.parseLiteral = (node) => parse(literal(node));
}

function instantBy(dateTimes: DateTimes): Parse {
  return (value) => {
    const instant = dateTimes.read(value);
    if (instant !== undefined) return instant;
    throw unfit(
      'DateTime',
      value,
      'an instant of the years 1 to 9999 with seconds and an offset such as 2026-03-01T09:00:00Z',
    );
  };
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  return node.kind === Kind.STRING ? node.value : undefined;
}

function whole(name: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw unfit(name, value, `a whole number from ${least} to ${most}`);
  return value;
}

/** A plain error: graphql-js makes one of its own of it, which knows the value's place in the document. */
function unfit(name: string, value: unknown, right: string): TypeError {
  return new TypeError(`${name} cannot parse the given value ${JSON.stringify(value)}; it must be ${right}.`);
}
