import type { CommandCase } from './command-cases.ts';
import { calculationCases } from './calculation-cases.ts';
import { companyCases } from './company-cases.ts';
import { customerCases } from './customer-cases.ts';
import { itemCases } from './item-cases.ts';
import { itemPartCases } from './item-part-cases.ts';
import { masterDataCases } from './master-data-cases.ts';
import { invoiceCases, paymentCases } from './payment-cases.ts';
import { purchasingCases } from './purchasing-cases.ts';
import { salesCases } from './sales-cases.ts';
import { shippingCases } from './shipping-cases.ts';
import { shopCases } from './shop-cases.ts';
import { stockCases } from './stock-cases.ts';
import { warehouseCases } from './warehouse-cases.ts';

/** The commands that are held to their pages field by field. */
export const commandCases: readonly CommandCase[] = [
  ...customerCases,
  ...salesCases,
  ...calculationCases,
  ...paymentCases,
  ...invoiceCases,
  ...itemCases,
  ...itemPartCases,
  ...purchasingCases,
  ...masterDataCases,
  ...companyCases,
  ...shippingCases,
  ...shopCases,
  ...stockCases,
  ...warehouseCases,
];
