import type { Read, RequestRow, Scene } from '../request-row.ts';

const texts = {
  name: 'Wert 1',
  description: 'Text 2',
  seoPath: 'pfad-3',
  seoMetaDescription: 'Meta 4',
  seoTitleTag: 'Titel 5',
  seoMetaKeywords: 'Wörter 6',
};
const value = { name: 'Wert 7', description: 'Text 8' };
const property = (scene: Scene): Record<string, unknown> => ({
  name: 'Merkmal 9',
  translations: [
    { languageIso: 'DE', name: 'Merkmal 9' },
    { languageIso: 'EN', name: 'Property 10' },
  ],
  propertyGroups: [scene.key('MerkmalGruppeKey', scene.client.idOfKind('MerkmalGruppeKey') ?? 0)],
});

/** Paths below `/properties` are the same in both versions. */
const rowsOf = (version: 1 | 2): RequestRow[] => {
  const list: Read = { by: `v${version} GET /properties/{propertyId}/values` };
  const descriptions: Read = {
    by: `v${version} GET /properties/{propertyId}/values/{propertyValueId}/descriptions`,
    row: (one) => Object.values(one).includes(texts.name),
  };
  return [
    {
      operation: `v${version} POST /properties`,
      minimal: () => ({ name: 'Merkmal 11' }),
      full: property,
      reads: [{ by: `v${version} GET /properties` }],
    },
    {
      operation: `v${version} POST /properties/groups`,
      minimal: () => ({ name: 'Gruppe 12' }),
      full: () => ({ name: 'Gruppe 13' }),
      reads: [{ by: `v${version} GET /properties/groups` }],
    },
    {
      operation: `v${version} POST /properties/{propertyId}/values`,
      minimal: () => ({ name: 'Wert 14' }),
      full: () => value,
      reads: [{ by: 'answer' }, list],
    },
    {
      operation: `v${version} PATCH /properties/{propertyId}/values/{propertyValueId}`,
      minimal: () => ({}),
      full: () => value,
      reads: [list],
    },
    {
      operation: `v${version} POST /properties/{propertyId}/values/{propertyValueId}/descriptions`,
      minimal: (scene) => ({ ...valueId(scene), languageIso: 'EN', name: 'Wert 15' }),
      full: (scene) => ({ ...valueId(scene), languageIso: 'EN', ...texts }),
      reads: [descriptions],
    },
    {
      operation: `v${version} PATCH /properties/{propertyId}/values/{propertyValueId}/descriptions/{languageIso}`,
      minimal: () => ({}),
      full: () => texts,
      reads: [descriptions],
    },
  ];
};

function valueId({ values, version }: Scene): Record<string, unknown> {
  const id = values['propertyvalueid'] ?? '';
  return { propertyValueId: version === 'v1' ? Number(id) : id };
}

export const propertyRows: RequestRow[] = [...rowsOf(1), ...rowsOf(2)];
