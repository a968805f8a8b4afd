import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { RequestRefused } from '../../wire/graphql/errors.ts';
import { documentLimits } from './limits.ts';

const openers: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closers: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses documents that a recursive parser cannot read. Every recursion of the grammar goes through a bracket.
 * @throws RequestRefused for a document with too many tokens, or with brackets nested too deep
 */
export function checkTokens(query: string): void {
  // Only documents that may be over a limit are read twice.
  if (query.length <= documentLimits.tokens && !mayNestDeep(query)) return;
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  let tokens = 0;
  for (;;) {
    const kind = nextKind(lexer);
    if (kind === undefined) return;
    if (++tokens > documentLimits.tokens) throw tooManyTokens();
    if (openers.has(kind) && ++depth > documentLimits.nesting) throw tooDeep(lexer);
    if (closers.has(kind)) depth--;
  }
}

function tooManyTokens(): RequestRefused {
  const { tokens } = documentLimits;
  return refusal(
    `The GraphQL request document contains more than ${tokens} tokens. Parsing aborted.`,
    `the document has more than ${tokens} tokens, which is the limit; split it`,
  );
}

function tooDeep({ token }: Lexer): RequestRefused {
  const { nesting } = documentLimits;
  return refusal(
    `The GraphQL request document exceeds the maximum allowed recursion depth of ${nesting}. Parsing aborted.`,
    `the brackets of the document are nested deeper than ${nesting} levels, which is the limit, at line ${token.line}, column ${token.column}`,
  );
}

function refusal(message: string, reason: string): RequestRefused {
  return new RequestRefused([{ message, extensions: { code: 'HC0014' } }], reason, ['graphql-limits']);
}

function mayNestDeep(query: string): boolean {
  let found = 0;
  for (const bracket of ['{', '[', '(']) {
    for (let at = query.indexOf(bracket); at >= 0; at = query.indexOf(bracket, at + 1))
      if (++found > documentLimits.nesting) return true;
  }
  return false;
}

/** @returns the kind of the next token; undefined at the end, and at invalid text, which the parser refuses */
function nextKind(lexer: Lexer): string | undefined {
  try {
    const { kind } = lexer.advance();
    return kind === TokenKind.EOF ? undefined : kind;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
