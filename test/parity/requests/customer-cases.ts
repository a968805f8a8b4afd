import type { CommandCase, CommandTools } from './command-cases.ts';
import { addressAt, keys, noPage } from './values.ts';

const customer = {
  companyId: keys.company,
  customerGroupId: keys.customerGroup,
  customerCategoryId: keys.customerCategory,
  paymentMethodId: keys.paymentMethod,
  languageIso: 'DE',
  homepage: 'https://kai.example',
};

async function shown(tools: CommandTools, customerId: unknown): Promise<unknown[]> {
  return [
    await tools.query('GetCustomerById', { customerId }),
    await tools.query('QueryCustomers', { where: { id: { eq: customerId } } }),
    await tools.v2(`/customers/${String(customerId)}`),
    await tools.v1((id) => `/customers/${id}`, customerId),
  ];
}

const otherNames = {
  companyId: 'InternalCompanyId',
  'paymentSettings.isDunningBlocked': 'StopPaymentRequest',
  'paymentSettings.paymentDueDateInDays': 'PaymentTarget',
};

export const customerCases: readonly CommandCase[] = [
  {
    mutation: 'CreateCustomer',
    given: () => ({ ...customer, ...addressAt('billingAddress'), ...addressAt('shipmentAddress') }),
    read: (tools, { customerId }) => shown(tools, customerId),
    unshown: { 'billingAddress.gln': noPage, 'shipmentAddress.gln': noPage },
    otherNames,
  },
  {
    mutation: 'UpdateCustomer',
    given: async (tools) => {
      const { customerId } = await tools.create('CreateCustomer', {
        ...customer,
        ...addressAt('billingAddress'),
        ...addressAt('shipmentAddress'),
      });
      type Addresses = { customerAddresses: { customerAddressId: string }[] };
      const { customerAddresses } = await tools.query<Addresses>('GetCustomerById', { customerId });
      return {
        ...customer,
        ...addressAt('addresses'),
        customerId,
        'addresses.addressType': 'BILLING_ADDRESS',
        'addresses.customerAddressId': customerAddresses[0]?.customerAddressId,
      };
    },
    read: (tools, _, { customerId }) => shown(tools, customerId),
    unshown: { 'addresses.gln': noPage },
    otherNames: { ...otherNames, 'addresses.isDefaultAddress': 'isDefault' },
  },
];
