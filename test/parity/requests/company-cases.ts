import type { CommandCase, CommandTools } from './command-cases.ts';
import { keys } from './values.ts';

function company(tools: CommandTools, companyId: unknown): Promise<unknown> {
  return tools.query('GetCompanyById', { companyId });
}

const country = { country: 'the code of the country stands above its name' };

export const companyCases: readonly CommandCase[] = [
  {
    mutation: 'CreateCompany',
    given: () => ({ countryIsoCode: 'AT' }),
    read: (tools, { companyId }) => company(tools, companyId),
    unshown: country,
  },
  {
    mutation: 'ChangeCompany',
    given: () => ({ companyId: keys.company, countryIsoCode: 'CH' }),
    read: (tools, _, { companyId }) => company(tools, companyId),
    unshown: country,
    otherNames: { companyId: 'id' },
  },
  {
    mutation: 'SetCompanyVatId',
    given: () => ({ companyId: keys.company, countryCode: 'AT', vatIdentifier: 'ATU12345678' }),
    read: (tools, _, { companyId }) => company(tools, companyId),
    otherNames: { countryCode: 'countryIsoCode' },
  },
  {
    mutation: 'RemoveCompanyVatId',
    given: async (tools) => {
      await tools.run('SetCompanyVatId', {
        companyId: keys.company,
        countryCode: 'FR',
        vatIdentifier: 'FR12345678901',
        isShippingCountry: false,
      });
      return { companyId: keys.company, countryCode: 'FR' };
    },
    read: (tools, _, { companyId }) => company(tools, companyId),
    otherNames: { countryCode: 'countryIsoCode' },
    removes: ['countryCode'],
  },
];
