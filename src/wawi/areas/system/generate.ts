import type { NumberRange } from './schema/system.ts';
import type { NumberPurpose } from './operations/number-ranges.ts';
import type { Rows } from '../../store/tenant-data.ts';

const ranges: readonly (readonly [NumberPurpose, name: string, prefix: string, last: number])[] = [
  ['item', 'Artikel', 'AR', 10000],
  ['customer', 'Kunden', 'K', 10000],
  ['salesOrder', 'Aufträge', 'AU{YYYY}', 10000],
  ['salesQuotation', 'Angebote', 'AN{YYYY}', 10000],
  ['invoice', 'Rechnungen', 'RE{YYYY}', 10000],
  ['creditNote', 'Rechnungskorrekturen', 'RK{YYYY}', 10000],
  ['deliveryNote', 'Lieferscheine', 'LS{YYYY}', 10000],
  ['return', 'Retouren', 'RT{YYYY}', 10000],
  ['pickList', 'Picklisten', 'PL', 1000],
  ['purchaseOrder', 'Lieferantenbestellungen', 'BE{YYYY}', 1000],
  ['stockTransfer', 'Umlagerungen', 'UM{YYYY}', 1000],
];

/** Number ranges, workers, printers and users of a freshly set up Wawi. */
export const systemData: Rows = {
  numberRange: ranges.map(([purpose, name, prefix, currentNumber], n): NumberRange => ({
    id: n + 1,
    purpose,
    name,
    description: `Nummernkreis für ${name}`,
    prefix,
    suffix: '',
    currentNumber,
    maxLength: 30,
  })),
  workerSync: [
    {
      id: 1,
      syncName: 'Onlineshop-Abgleich',
      salesChannelName: 'Onlineshop',
      salesChannelId: '2-1-1',
      interval: '00:15:00',
      reportProgress: true,
      configurations: [
        {
          id: 1,
          displayName: 'Komplettabgleich',
          displayDescription: 'Überträgt alle Artikel statt nur der geänderten.',
          type: 'Boolean',
          currentValue: 'false',
          isRequired: true,
        },
      ],
      state: 3,
      progressText: 'Abgleich beendet',
      progress: 100,
    },
    {
      id: 2,
      syncName: 'JTL-Shop-Abgleich',
      salesChannelName: 'JTL-Shop',
      salesChannelId: '2-2-1',
      interval: '00:30:00',
      reportProgress: false,
      configurations: [],
      state: 0,
      progressText: '',
    },
  ],
  printer: [
    { id: 1, name: 'Bürodrucker' },
    { id: 2, name: 'Etikettendrucker Versand' },
    { id: 3, name: 'Microsoft Print to PDF' },
  ],
  wawiUser: [{ id: 1, login: 'admin', name: 'Administrator', password: 'pass' }],
  workbenchResourceType: [{ id: 1, name: 'Arbeitsplatz' }],
  workbenchResource: [
    {
      id: 1,
      number: 'AP-1',
      name: 'Packplatz 1',
      description: 'Arbeitsplatz im Standardlager',
      workbenchResourceTypeId: 1,
      hostName: 'packplatz-1',
      warehouseId: 1,
      reservationMode: 0,
      autoShowProcessParameterValuesInProduction: false,
      expiredComponentsUsage: 0,
      replenishmentCreationStockReservationMode: 0,
    },
  ],
};
