import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases } from './area-cases.ts';

/** The mutations of master data. */
export const masterDataCases: AreaCases = {
  DeactivateShippingMethod: async ({ client, run, refused }) => {
    const shippingMethodId = packKey('VersandartKey', 1);
    expect(await run('DeactivateShippingMethod', { shippingMethodId })).toBe(true);
    expect(
      await client.data(
        `{ QueryShippingMethods(where: {id: {eq: "${shippingMethodId}"}}) { nodes { isActive } } }`,
      ),
    ).toEqual({ QueryShippingMethods: { nodes: [{ isActive: false }] } });
    const unknown = { shippingMethodId: packKey('VersandartKey', 9999) };
    expect(await refused('DeactivateShippingMethod', unknown)).toMatchObject({ code: 'NOT_FOUND' });
  },
};
