import {
  buildASTSchema,
  buildClientSchema,
  getNamedType,
  getIntrospectionQuery,
  graphqlSync,
  isInputObjectType,
  print,
  printSchema,
  validateSchema,
  type IntrospectionQuery,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { annotationNames } from '../../src/wawi/contract/sdl/annotations.ts';
import { servedSdl } from '../../src/wawi/contract/sdl/served.ts';
import { apiVersions } from '../../src/wawi/contract/versions.ts';
import { graphqlDocument } from './graphql-document.ts';

/** Deletions take no key. Of commands that set a state, which a repeat leaves as it is, some pages show a key. */
const deletes = /^(?:Delete|RemoveItemFromMarketplaceOffer|RemoveCompanyVatId)/;
const setsState = /^(?:Control|Replace|Set)/;
/** No page shows another field of this input, and an input needs one. */
const onlyField: ReadonlySet<string> = new Set(['ExcludeMarketplacePaymentUploadFromUpload']);

describe.each(apiVersions.v2)('the schema of version %s', (version) => {
  const sdl = servedSdl(graphqlDocument(), version);
  const schema = buildASTSchema(sdl);
  const inputs = new Map(
    Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
      const request = mutation.args.find(({ name }) => name === 'request');
      const input = request && getNamedType(request.type);
      return isInputObjectType(input) ? [[mutation.name, input] as const] : [];
    }),
  );

  it('is valid', () => {
    expect(validateSchema(schema).map(({ message }) => message)).toEqual([]);
  });

  it('gives its clients the same schema by introspection', () => {
    const { data } = graphqlSync({
      schema,
      source: getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true }),
    });
    const client = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(printSchema(client)).toBe(printSchema(schema));
  });

  it(
    version === '2.0' ? 'takes no key of idempotency' : 'takes a key of idempotency except where it deletes',
    () => {
      const mutations = [...inputs.keys()].filter((name) => !setsState.test(name));
      const keyed = mutations.filter((name) =>
        version === '2.0' ? onlyField.has(name) : !deletes.test(name),
      );
      expect(mutations.filter((name) => 'idempotencyKey' in (inputs.get(name)?.getFields() ?? {}))).toEqual(
        keyed,
      );
    },
  );

  it('carries no annotation', () => {
    const text = print(sdl);
    for (const name of annotationNames) expect(text).not.toContain(`@${name}`);
  });

  it('says of every root field what it costs and who may call it', () => {
    for (const type of [schema.getQueryType(), schema.getMutationType()])
      for (const { name, astNode } of Object.values(type?.getFields() ?? {})) {
        const directives = astNode?.directives?.map((one) => one.name.value);
        expect(directives, name).toContain('cost');
        expect(directives, name).toContain('authorize');
      }
  });

  it('limits every list', () => {
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
      String(type).includes('Connection'),
    );
    expect(lists.length).toBeGreaterThan(30);
    for (const { name, astNode } of lists)
      expect(
        astNode?.directives?.map((one) => one.name.value),
        name,
      ).toContain('listSize');
  });
});
