import type { RestContract } from '../../../contract/contract.ts';
import type { TypeNode } from '../../../contract/types.ts';
import type { Handler } from '../../../wire/rest/call.ts';

/** EDM's names of the contract's scalars; all others are text. */
const edmTypes: Readonly<Record<string, string>> = {
  int32: 'Edm.Int32',
  int64: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  double: 'Edm.Double',
  boolean: 'Edm.Boolean',
  'date-time': 'Edm.DateTimeOffset',
  duration: 'Edm.Duration',
  guid: 'Edm.Guid',
  byte: 'Edm.Binary',
  binary: 'Edm.Binary',
};

const documents = new WeakMap<RestContract, string>();

/** `GET /odata/$metadata`: the entities that the version lists, as an OData 4.0 CSDL document. */
export const odataMetadata: Handler = ({ contract }) => {
  let document = documents.get(contract);
  if (document === undefined) documents.set(contract, (document = metadataOf(contract)));
  return {
    bytes: { data: Buffer.from(document), type: 'application/xml' },
    assumptions: ['odata-metadata'],
  };
};

function metadataOf(contract: RestContract): string {
  const types = [
    ...new Set(contract.operations.flatMap((operation) => listedType(operation.answers.get(200)))),
  ];
  const entities = types.filter((name) => contract.enumValues(name) === undefined).sort();
  const sets = entities.map((name) => `<EntitySet Name="${name}s" EntityType="Wawi.${name}"/>`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    '<Schema Namespace="Wawi" xmlns="http://docs.oasis-open.org/odata/ns/edm">',
    ...entities.map((name) => entityType(contract, name)),
    `<EntityContainer Name="Container">${sets.join('')}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('\n');
}

/** @returns the schema that a list or page is made of */
function listedType(type: TypeNode | undefined): string[] {
  if (type?.kind !== 'list' && type?.kind !== 'page') return [];
  return type.of.kind === 'schema' ? [type.of.name] : [];
}

/** Nested objects and lists are left out: an entity's own columns are what OData clients filter and sort by. */
function entityType(contract: RestContract, name: string): string {
  const { properties } = contract.object(name);
  const key = properties.some((property) => property.name === 'Id')
    ? '<Key><PropertyRef Name="Id"/></Key>'
    : '';
  const columns = properties.flatMap(({ name: property, type, required }) => {
    const edm = edmOf(type);
    return edm === undefined
      ? []
      : [`<Property Name="${property}" Type="${edm}" Nullable="${String(!required)}"/>`];
  });
  return `<EntityType Name="${name}">${key}${columns.join('')}</EntityType>`;
}

function edmOf(type: TypeNode): string | undefined {
  if (type.kind === 'scalar') return edmTypes[type.name] ?? 'Edm.String';
  return type.kind === 'enum' ? 'Edm.Int32' : undefined;
}
