import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { masked, type RequestError } from '../../wire/graphql/errors.ts';
import { specifiedBy } from './specification.ts';
import { valueErrors } from './value-errors.ts';

/** A null for a non-null type is masked, as seen on the real platform (platform.md section 6). */
const nullForNonNull = /^Expected value of type "[^"]*!", found null\./;

/** How HotChocolate words what graphql-js finds: pattern of the message -> message, extensions. */
const wordings: readonly {
  pattern: RegExp;
  message: (match: readonly string[]) => string;
  section: string;
  extensions?: (match: readonly string[]) => Record<string, unknown>;
}[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    message: ([, field, type]) =>
      `The field \`${field ?? ''}\` does not exist on the type \`${type ?? ''}\`.`,
    section: 'sec-Field-Selections-on-Objects-Interfaces-and-Unions-Types',
    extensions: ([, field, type]) => ({ type, field, responseName: field }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    message: ([, argument]) => `The argument \`${argument ?? ''}\` does not exist.`,
    section: 'sec-Required-Arguments',
    extensions: ([, argument, type, field]) => ({ type, field, argument }),
  },
  {
    pattern: /^Field "(\w+)" argument "(\w+)" of type "([^"]+)" is required/,
    message: ([, , argument]) => `The argument \`${argument ?? ''}\` is required.`,
    section: 'sec-Required-Arguments',
    extensions: ([, field, argument]) => ({ field, argument }),
  },
  {
    pattern: /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields/,
    message: ([, field, type]) =>
      `The field \`${field ?? ''}\` of type \`${type ?? ''}\` must have a selection of subfields.`,
    section: 'sec-Leaf-Field-Selections',
    extensions: ([, field, type]) => ({ field, type }),
  },
  {
    pattern: /^Field "(\w+)" must not have a selection since type "([^"]+)" has no subfields/,
    message: ([, field, type]) =>
      `Field "${field ?? ''}" must not have a selection since type "${type ?? ''}" has no subfields.`,
    section: 'sec-Leaf-Field-Selections',
    extensions: ([, field, type]) => ({ field, type }),
  },
  {
    pattern: /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    message: ([, variable]) =>
      `The variable \`${variable ?? ''}\` is not compatible with the type of the current location.`,
    section: 'sec-All-Variable-Usages-are-Allowed',
    extensions: ([, variable, variableType, locationType]) => ({ variable, variableType, locationType }),
  },
  {
    pattern: /^Variable "\$(\w+)" is not defined/,
    message: ([, variable]) => `The following variables were not declared: ${variable ?? ''}.`,
    section: 'sec-All-Variable-Uses-Defined',
  },
  {
    pattern: /^Variable "\$(\w+)" is never used/,
    message: ([, variable]) => `The following variables were not used: ${variable ?? ''}.`,
    section: 'sec-All-Variables-Used',
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    message: ([, field]) => `The specified input object field \`${field ?? ''}\` does not exist.`,
    section: 'sec-Input-Object-Field-Names',
    extensions: ([, field, type]) => ({ field, type }),
  },
  {
    pattern: /^Field "(\w+)\.(\w+)" of required type "([^"]+)" was not provided/,
    message: ([, , field]) => `\`${field ?? ''}\` is a required field and cannot be null.`,
    section: 'sec-Input-Object-Required-Fields',
    extensions: ([, type, field, fieldType]) => ({ type, field, fieldType }),
  },
  {
    pattern: /^Unknown fragment "(\w+)"/,
    message: ([, fragment]) => `The specified fragment \`${fragment ?? ''}\` does not exist.`,
    section: 'sec-Fragment-spread-target-defined',
    extensions: ([, fragment]) => ({ fragment }),
  },
  {
    pattern: /^Cannot spread fragment "(\w+)" within itself/,
    message: () =>
      'The graph of fragment spreads must not form any cycles including spreading itself. Otherwise an operation could infinitely spread or infinitely execute on cycles in the underlying data.',
    section: 'sec-Fragment-spreads-must-not-form-cycles',
    extensions: ([, fragment]) => ({ fragment }),
  },
];

/**
 * @param errors of graphql-js's validation
 * @returns the same in HotChocolate's words, if they are known; else in graphql-js's
 */
export function validationErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLError[],
): RequestError[] {
  const ofValues = valueErrors(schema, document);
  return errors.flatMap((error) => {
    const { message, locations = [] } = error;
    return worded(error) ?? ofValues(error) ?? { message, locations };
  });
}

function worded(error: GraphQLError): RequestError | undefined {
  const locations = error.locations ?? [];
  if (nullForNonNull.test(error.message))
    return { message: masked.message, locations, extensions: { code: masked.code } };
  for (const { pattern, message, section, extensions } of wordings) {
    const match = pattern.exec(error.message);
    if (match) {
      return {
        message: message(match),
        locations,
        extensions: { ...extensions?.(match), specifiedBy: specifiedBy(section) },
      };
    }
  }
  return undefined;
}

/** graphql-js's token kinds as HotChocolate names them. */
const tokenNames: Readonly<Record<string, string>> = {
  '<EOF>': 'EndOfFile',
  '"{"': 'LeftBrace',
  '"}"': 'RightBrace',
  '"("': 'LeftParenthesis',
  '")"': 'RightParenthesis',
  '"["': 'LeftBracket',
  '"]"': 'RightBracket',
  '":"': 'Colon',
  '"$"': 'Dollar',
  '"!"': 'Bang',
  '"="': 'Equal',
  '"..."': 'Spread',
  '"|"': 'Pipe',
  '"@"': 'At',
  '"&"': 'Ampersand',
};

/** @returns a syntax error in HotChocolate's words: ``Expected a `Name`-token, but found a `RightBrace`-token.`` */
export function syntaxError(error: GraphQLError): RequestError {
  const match = /^Syntax Error: Expected (.+), found (.+?)\.?$/.exec(error.message);
  const message = match
    ? `Expected a \`${tokenName(match[1] ?? '')}\`-token, but found a \`${tokenName(match[2] ?? '')}\`-token.`
    : error.message.replace(/^Syntax Error: /, '');
  return { message, locations: error.locations ?? [], extensions: { code: 'HC0011' } };
}

function tokenName(token: string): string {
  return tokenNames[token] ?? token.split(' ', 1)[0] ?? token;
}
