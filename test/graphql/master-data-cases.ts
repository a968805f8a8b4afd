import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';

/** Runs `CreateCompany` with a VAT id of its own country. */
async function newCompany({ run }: CaseTools): Promise<string> {
  const { companyId } = await run<{ companyId: string }>('CreateCompany', {
    companyName: 'Kaffeehaus Kai',
    countryIsoCode: 'AT',
    isSmallBusinessOwner: false,
  });
  await run('SetCompanyVatId', {
    companyId,
    countryCode: 'AT',
    vatIdentifier: 'ATU12345678',
    isShippingCountry: false,
  });
  return companyId;
}

async function company({ client }: CaseTools, companyId: string): Promise<unknown> {
  const { GetCompanyById: found } = await client.data<Record<string, unknown>>(
    `{ GetCompanyById(companyId: "${companyId}") { companyName owner country
         companyVatIdentifiers { companyId countryIsoCode vatIdentifier isShippingCountry } } }`,
  );
  return found;
}

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
  CreateCompany: async (tools) => {
    const companyId = await newCompany(tools);
    expect(await company(tools, companyId)).toMatchObject({
      companyName: 'Kaffeehaus Kai',
      country: 'Österreich',
    });
    const wrong = { companyName: ' ', countryIsoCode: 'AT', isSmallBusinessOwner: false };
    expect(await tools.refused('CreateCompany', wrong)).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.companyName'],
    });
    expect(
      await tools.refused('CreateCompany', { ...wrong, companyName: 'Kai', countryIsoCode: 'XX' }),
    ).toEqual({ code: 'VALIDATION_ERROR', fields: ['request.countryIsoCode'] });
  },
  ChangeCompany: async (tools) => {
    const companyId = await newCompany(tools);
    const answer = await tools.run('ChangeCompany', { companyId, owner: 'Ida Kai' });
    expect(answer).toMatchObject({ id: companyId, companyName: 'Kaffeehaus Kai', owner: 'Ida Kai' });
    expect(await company(tools, companyId)).toMatchObject({ owner: 'Ida Kai' });
    expect(await tools.refused('ChangeCompany', { companyId, companyName: '' })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.companyName'],
    });
  },
  SetCompanyVatId: async (tools) => {
    const companyId = await newCompany(tools);
    const vatId = { companyId, countryCode: 'DE', vatIdentifier: 'DE111111111', isShippingCountry: false };
    expect(await tools.run('SetCompanyVatId', vatId)).toBe(true);
    expect(await tools.run('SetCompanyVatId', { ...vatId, vatIdentifier: 'DE222222222' })).toBe(true);
    // The company's own country is one that it ships from, also against the request.
    expect(await company(tools, companyId)).toMatchObject({
      companyVatIdentifiers: [
        { companyId, countryIsoCode: 'AT', vatIdentifier: 'ATU12345678', isShippingCountry: true },
        { companyId, countryIsoCode: 'DE', vatIdentifier: 'DE222222222', isShippingCountry: false },
      ],
    });
    for (const vatIdentifier of ['', 'D'.repeat(26)])
      expect(await tools.refused('SetCompanyVatId', { ...vatId, vatIdentifier })).toEqual({
        code: 'VALIDATION_ERROR',
        fields: ['request.vatIdentifier'],
      });
    expect(await tools.refused('SetCompanyVatId', { ...vatId, countryCode: 'XX' })).toMatchObject({
      code: 'VALIDATION_ERROR',
    });
  },
  RemoveCompanyVatId: async (tools) => {
    const companyId = await newCompany(tools);
    const vatId = { companyId, countryCode: 'AT' };
    expect(await tools.run('RemoveCompanyVatId', vatId)).toBe(true);
    expect(await company(tools, companyId)).toMatchObject({ companyVatIdentifiers: [] });
    expect(await tools.refused('RemoveCompanyVatId', vatId)).toMatchObject({ code: 'NOT_FOUND' });
  },
};
