import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { printable } from '../../system/documents/win-ansi.ts';
import { weightOf, type PackageOrderData } from '../operations/packages.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** A6 in points, the size carriers print. */
const page: [width: number, height: number] = [297.64, 419.53];
const margin = 20;

/** Size in points of each part of the label, and the space below its lines. */
const sizes = { carrier: 18, sender: 8, recipient: 13, details: 10 } as const;

/**
 * Draws the label of a package: carrier, sender, recipient, tracking id and weight.
 * @returns a PDF of one page
 */
export async function shippingLabel(data: TenantData, order: PackageOrderData): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const sheet = document.addPage(page);
  let y = page[1] - margin;
  for (const { part, lines } of labelParts(data, order)) {
    const size = sizes[part];
    for (const line of lines) {
      y -= size * 1.3;
      sheet.drawText(printable(line, font), { x: margin, y, size, font });
    }
    y -= size;
  }
  return document.save();
}

function labelParts(
  data: TenantData,
  order: PackageOrderData,
): { part: keyof typeof sizes; lines: string[] }[] {
  const { parcel, note, company, shippingAddress: to } = order;
  const method =
    parcel.shippingMethodId === undefined
      ? undefined
      : data.of('shippingMethod').get(parcel.shippingMethodId);
  return [
    { part: 'carrier', lines: [method?.name ?? ''] },
    { part: 'sender', lines: [[company.name, company.street, company.city].filter(Boolean).join(', ')] },
    {
      part: 'recipient',
      lines: [
        to.company ?? '',
        [to.firstName, to.lastName].filter(Boolean).join(' '),
        to.street ?? '',
        [to.postalCode, to.city].filter(Boolean).join(' '),
        to.countryIso ?? '',
      ].filter(Boolean),
    },
    {
      part: 'details',
      lines: [
        `Sendungsnummer ${parcel.trackingId ?? '-'}`,
        `Lieferschein ${note.number}`,
        `Gewicht ${weightOf(order)} kg`,
      ],
    },
  ];
}
