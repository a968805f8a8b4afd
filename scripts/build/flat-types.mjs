// Types that come from schemas, written out: the package's declarations must not name TypeBox, which no user installs.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Writes out, in emitted declarations, each `type X = ...` that its source derives from a schema.
 * @param {string} root the repository
 * @param {string} folder of declarations, as emitted from `src`; those that it lacks are passed over
 */
export function writeOutSchemaTypes(root, folder) {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.types.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  const emitted = (name) => join(folder, relative(join(root, 'src'), name)).replace(/\.ts$/, '.d.ts');
  const deriving = config.fileNames.filter(
    (name) => existsSync(emitted(name)) && derived.test(readFileSync(name, 'utf8')),
  );
  const program = ts.createProgram(deriving, config.options);
  const checker = program.getTypeChecker();
  for (const name of deriving) {
    const source = program.getSourceFile(name);
    const file = emitted(name);
    const aliases = source.statements.filter((one) => ts.isTypeAliasDeclaration(one) && derives(one));
    let text = readFileSync(file, 'utf8');
    for (const alias of aliases) {
      const name = alias.name.text;
      const written = printed(checker, checker.getTypeAtLocation(alias.name), alias, '');
      text = text.replace(new RegExp(`type ${name} = [^;]+;`), () => `type ${name} = ${written};`);
    }
    if (!derived.test(text)) text = withoutSchemaImports(text);
    writeFileSync(file, text);
  }
}

/** @throws Error when declarations that users see need a package that they do not have */
export function refuseSchemaTypes(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (name.endsWith('.d.ts') && readFileSync(file, 'utf8').includes('typebox'))
      throw new Error(
        `${name} names TypeBox; declare its type as \`type X = Static<typeof x>\` to have it written out`,
      );
  }
}

/** `Static` of TypeBox, and `Entities`, the same of several schemas (src/wawi/store/fields.ts). */
const derived = /\b(Static|Entities)</;

const derives = (alias) => derived.test(alias.type.getText());

const withoutSchemaImports = (text) =>
  text
    .replace(/^import [^;]*from ['"]typebox['"];\n/gm, '')
    .replace(/^import [^;]*\bEntities\b[^;]*from [^;]*;\n/gm, '')
    .replace(/^import [^;]*from ['"][^'"]*\.schema\.[jt]s['"];\n/gm, '');

function printed(checker, type, place, indent) {
  if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean))
    return [...new Set(type.types.map((one) => printed(checker, one, place, indent)))]
      .join(' | ')
      .replace('false | true', 'boolean');
  if (checker.isArrayType(type)) {
    const element = printed(checker, checker.getTypeArguments(type)[0], place, indent);
    return element.includes(' | ') ? `(${element})[]` : `${element}[]`;
  }
  const named = type.symbol !== undefined && !['__type', '__object'].includes(type.symbol.name);
  if (!(type.flags & ts.TypeFlags.Object) || named || checker.isTupleType(type) || isFunction(type))
    return checker.typeToString(type, place, ts.TypeFormatFlags.NoTruncation);
  const inner = `${indent}    `;
  const members = asWritten(checker.getPropertiesOfType(type)).map((property) =>
    member(checker, property, place, inner),
  );
  const indexes = checker.getIndexInfosOfType(type).map(({ keyType, type: value }) => {
    return `${inner}[key: ${checker.typeToString(keyType)}]: ${printed(checker, value, place, inner)};`;
  });
  return `{\n${[...members, ...indexes].join('\n')}\n${indent}}`;
}

/** TypeBox's types have the optional members first. */
const asWritten = (properties) =>
  properties.toSorted((a, b) => (a.declarations?.[0]?.pos ?? 0) - (b.declarations?.[0]?.pos ?? 0));

const isFunction = (type) => type.getCallSignatures().length > 0;

function member(checker, property, place, indent) {
  const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
  const type = checker.getTypeOfSymbolAtLocation(property, place);
  const isOpen = (type.flags & ts.TypeFlags.Unknown) !== 0;
  const shown = optional && !isOpen ? checker.getNonNullableType(type) : type;
  const doc = ts.displayPartsToString(property.getDocumentationComment(checker)).trim();
  const comment = doc === '' ? '' : `${indent}/** ${doc.replaceAll('\n', `\n${indent} * `)} */\n`;
  const readonly = isReadonly(property) ? 'readonly ' : '';
  const name = ts.isIdentifierText(property.name) ? property.name : JSON.stringify(property.name);
  return `${comment}${indent}${readonly}${name}${optional ? '?' : ''}: ${printed(checker, shown, place, indent)};`;
}

/** TypeScript keeps it of properties that a mapped type makes. */
function isReadonly(property) {
  return ((property.links?.checkFlags ?? 0) & 8) !== 0;
}
