import {
  buildSchema,
  getIntrospectionQuery,
  buildClientSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGraphqlContract, type GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { apis } from '../../src/wawi/areas/index.ts';
import { GraphqlClient, tenants } from './graphql-client.ts';
import { selectionOf } from './selections.ts';

/** Keys of entities that the filled tenant has, and values for everything else that arguments ask for. */
const argumentValues: Readonly<Record<string, string>> = {
  id: packKey('ArtikelKey', 1),
  itemId: packKey('ArtikelKey', 1),
  categoryId: packKey('KategorieKey', 1),
  companyId: packKey('FirmaKey', 1),
  customerId: packKey('KundeKey', 1),
  salesOrderId: packKey('VerkaufAuftragKey', 1),
  salesInvoiceId: packKey('RechnungKey', 1),
  salesInvoiceCorrectionId: packKey('GutschriftKey', 1),
  externalDocumentTransactionId: packKey('ExternerBelegKey', 1),
  warehouseId: packKey('WarenlagerKey', 1),
  binLocationId: packKey('WarenLagerPlatzKey', 1),
  packageId: packKey('VersandKey', 1),
  deliveryNoteId: packKey('LieferscheinKey', 1),
  supplierId: packKey('LieferantKey', 1),
  purchaseOrderId: packKey('LieferantenBestellungKey', 1),
  zoneId: packKey('LagerZoneKey', 1),
  departureCountryIso: 'DE',
  fromDate: '2020-01-01T00:00:00Z',
  toDate: '2030-01-01T00:00:00Z',
  depositAttributeName: 'Anzahlung',
};
const keysOfId: Readonly<Record<string, string>> = {
  QueryWorkbenchResourceById: 'WorkbenchResourceKey',
  GetWorkbenchResourceById: 'WorkbenchResourceKey',
  QueryWorkbenchResourceTypeById: 'ResourceTypeKey',
  GetWorkbenchResourceTypeById: 'ResourceTypeKey',
  GetSalesQuotationById: 'AngebotKey',
};

function valueOf(argument: string): string | undefined {
  return Object.entries(argumentValues).find(([name]) => name.toLowerCase() === argument.toLowerCase())?.[1];
}

/** Arguments for a query: what must be given, and what narrows a list to something that exists. */
function argumentsOf(contract: GraphqlContractData, query: string): string {
  const row = contract.queries[query]!;
  const texts = Object.entries(row.args).flatMap(([name, type]) => {
    if (row.renamedArgs?.[name] !== undefined) return [];
    const needed = type.endsWith('!') || Object.values(row.renamedArgs ?? {}).includes(name);
    // A key that the schema leaves optional; a query without it finds nothing.
    if (!needed && name !== 'id' && name !== 'packageid') return [];
    if (name === 'itemIds') return [`itemIds: ["${argumentValues['itemId']!}"]`];
    if (name === 'currencyFactor') return ['currencyFactor: 1'];
    const kind = name === 'id' ? keysOfId[query] : undefined;
    const value = kind === undefined ? valueOf(name) : packKey(kind, 1);
    return [`${name}: ${JSON.stringify(value ?? packKey('ArtikelKey', 1))}`];
  });
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

interface IntrospectedType {
  name: string;
  fields: { name: string; args: { name: string }[] }[] | null;
  enumValues: { name: string; args?: undefined }[] | null;
}

/** Fields with their arguments, and enum values (specification of October 2021, section 4.2). */
const introspectionTypes = {
  __Schema: ['description', 'types', 'queryType', 'mutationType', 'subscriptionType', 'directives'],
  __Type: [
    'kind',
    'name',
    'description',
    'specifiedByURL',
    'fields includeDeprecated',
    'interfaces',
    'possibleTypes',
    'enumValues includeDeprecated',
    'inputFields includeDeprecated',
    'ofType',
  ],
  __TypeKind: ['SCALAR', 'OBJECT', 'INTERFACE', 'UNION', 'ENUM', 'INPUT_OBJECT', 'LIST', 'NON_NULL'],
  __Field: ['name', 'description', 'args includeDeprecated', 'type', 'isDeprecated', 'deprecationReason'],
  __InputValue: ['name', 'description', 'type', 'defaultValue', 'isDeprecated', 'deprecationReason'],
  __EnumValue: ['name', 'description', 'isDeprecated', 'deprecationReason'],
  __Directive: ['name', 'description', 'isRepeatable', 'locations', 'args includeDeprecated'],
  __DirectiveLocation: [
    'QUERY',
    'MUTATION',
    'SUBSCRIPTION',
    'FIELD',
    'FRAGMENT_DEFINITION',
    'FRAGMENT_SPREAD',
    'INLINE_FRAGMENT',
    'VARIABLE_DEFINITION',
    'SCHEMA',
    'SCALAR',
    'OBJECT',
    'FIELD_DEFINITION',
    'ARGUMENT_DEFINITION',
    'INTERFACE',
    'UNION',
    'ENUM',
    'ENUM_VALUE',
    'INPUT_OBJECT',
    'INPUT_FIELD_DEFINITION',
  ],
};

describe.each(['2.0', '2.1', '2.2', '2.3'] as const)('the schema of version %s', (version) => {
  let client: GraphqlClient;
  let contract: GraphqlContractData;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    client = await GraphqlClient.start({ erpVersion: version });
    contract = await loadGraphqlContract(version);
    const introspection = await client.data<IntrospectionQuery>(
      getIntrospectionQuery({ inputValueDeprecation: true }),
    );
    schema = buildClientSchema(introspection);
  });
  afterAll(() => client.close());

  it('has exactly the types, fields and arguments of the contract', () => {
    for (const [name, fields] of Object.entries(contract.types)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is not an object type`);
      const actual = Object.values(type.getFields()).map((field) => [field.name, String(field.type)]);
      expect(Object.fromEntries(actual)).toEqual(
        Object.fromEntries(
          Object.entries(fields).map(([field, row]) => [field, typeof row === 'string' ? row : row.type]),
        ),
      );
    }
    for (const [root, rows] of [
      [schema.getQueryType(), contract.queries],
      [schema.getMutationType(), contract.mutations],
    ] as const) {
      const actual = Object.values(root!.getFields()).map((field) => [
        field.name,
        String(field.type),
        Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)])),
      ]);
      expect(actual).toEqual(Object.entries(rows).map(([name, row]) => [name, row.type, row.args]));
    }
    for (const [name, values] of Object.entries(contract.enums)) {
      const type = schema.getType(name);
      if (!isEnumType(type)) throw new Error(`${name} is not an enum`);
      expect(type.getValues().map((value) => value.name)).toEqual(values);
    }
    for (const [name, fields] of Object.entries({ ...contract.inputs, ...contract.operationFilters })) {
      const type = schema.getType(name);
      if (!isInputObjectType(type)) throw new Error(`${name} is not an input`);
      expect(
        Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)])),
      ).toEqual(fields);
    }
  });

  it('announces directives as the October 2021 specification has them, and HotChocolate for inputs', () => {
    const announced = schema.getDirectives().map(({ name, locations }) => [name, locations.join(' | ')]);
    expect(Object.fromEntries(announced)).toEqual({
      skip: 'FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT',
      include: 'FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT',
      deprecated: 'FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE',
      specifiedBy: 'SCALAR',
      authorize: 'OBJECT | FIELD_DEFINITION',
      cost: 'SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | ENUM | INPUT_FIELD_DEFINITION',
      listSize: 'FIELD_DEFINITION',
    });
  });

  it('has the introspection types of the October 2021 specification, and deprecated inputs beside', async () => {
    const { __schema } = await client.data<{ __schema: { types: IntrospectedType[] } }>(
      '{ __schema { types { name fields { name args { name } } enumValues { name } } } }',
    );
    const own = __schema.types.filter(({ name }) => name.startsWith('__'));
    const members = own.map(({ name, fields, enumValues }) => [
      name,
      (fields ?? enumValues ?? []).map((one) =>
        [one.name, ...(one.args ?? []).map((argument) => argument.name)].join(' '),
      ),
    ]);
    expect(Object.fromEntries(members)).toEqual(introspectionTypes);
  });

  it('is served as a document that builds the same schema', async () => {
    const response = await fetch(`${client.emulator.url}/openapi/erp-v2.graphql`);
    expect(response.status).toBe(200);
    const built = buildSchema(await response.text());
    expect(Object.keys(built.getTypeMap()).sort()).toEqual(Object.keys(schema.getTypeMap()).sort());
  });

  it('answers every field of every query, on a filled tenant and on an empty one', async () => {
    const failures: string[] = [];
    for (const tenant of [tenants.bergmann, tenants.neuland]) {
      for (const [query, row] of Object.entries(contract.queries)) {
        const answer = await client
          .in(tenant)
          .send(`{ ${query}${argumentsOf(contract, query)} ${selectionOf(contract, row)} }`);
        const expected = query in apis.graphql.queries ? 'NOT_FOUND' : 'NOT_IMPLEMENTED';
        if (answer.errors && !answer.errors.every((error) => error.extensions['code'] === expected))
          failures.push(
            `${query}: ${JSON.stringify(answer.errors[0])} ${answer.headers.get('x-emulator-reason') ?? ''}`,
          );
      }
    }
    expect(failures).toEqual([]);
  });
});
