const graphqlType = 'application/graphql-response+json';
const plainType = 'application/json';

/** Media type of a GraphQL answer, and the status of a request that is refused as a whole. */
export interface AnswerFormat {
  readonly mediaType: typeof graphqlType | typeof plainType;
  readonly refused: 200 | 400;
}

/**
 * @param accept the request's Accept header
 * @param option the option of the assumption `graphql-status` that is in force
 * @returns how the request is answered
 */
export function answerFormat(accept: string | undefined, option: string): AnswerFormat {
  return option === 'legacy' ? legacy(accept) : negotiated(accept);
}

/** @returns whether the options of `graphql-status` differ in the answer to a request */
export function dependsOnOption(accept: string | undefined, isRefused: boolean): boolean {
  const [one, other] = [negotiated(accept), legacy(accept)];
  return one.mediaType !== other.mediaType || (isRefused && one.refused !== other.refused);
}

/**
 * HotChocolate's response formatter: only a client that accepts `application/json` and neither GraphQL's media type nor
 * all types gets the older transport, in which every answer is 200.
 */
function negotiated(accept: string | undefined): AnswerFormat {
  const types = acceptedTypes(accept);
  const takesGraphql = types.some((type) => [graphqlType, 'application/*', '*/*'].includes(type));
  return types.includes(plainType) && !takesGraphql
    ? { mediaType: plainType, refused: 200 }
    : { mediaType: graphqlType, refused: 400 };
}

function legacy(accept: string | undefined): AnswerFormat {
  const isNamed = acceptedTypes(accept).includes(graphqlType);
  return { mediaType: isNamed ? graphqlType : plainType, refused: 400 };
}

/** @returns the media types in small letters, without parameters; those with `q=0` are left out */
function acceptedTypes(accept = ''): string[] {
  return accept
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*(?:;|$)/i.test(part))
    .map((part) => part.split(';', 1)[0]?.trim().toLowerCase() ?? '')
    .filter((type) => type !== '');
}
