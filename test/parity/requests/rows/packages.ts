import { packageNumber } from '../../../contract/preparations.ts';
import { fieldOf } from '../../../contract/arrangement-context.ts';
import { instruction } from '../values.ts';
import type { Body, Read, RequestRow, Scene } from '../request-row.ts';

const shippedDate = '2026-08-09T00:00:00.000Z';
const parcel = { shippedDate, trackingId: 'JJD000011', comment: 'Paket 12' };

type Before = Omit<Scene, 'values'>;

const noteOf = (scene: Before): string =>
  scene.pathKey('LieferscheinKey', scene.client.row('shipmentPackage').deliveryNoteId);
const ofNote = (scene: Before): Record<string, string> => ({
  ...packageNumber(scene),
  deliverynoteid: noteOf(scene),
});
const isKnown = (one: Readonly<Record<string, unknown>>, scene: Scene): boolean =>
  String(one['id'] ?? one['Id']) === packageNumber(scene)['packageid'];

/** Reads the package that the request was for. */
const known = (version: 1 | 2, more: Partial<Read> = {}): Read => ({
  by: `v${version} GET /delivery-notes/{deliveryNoteId}/packages`,
  values: (scene) => ({ deliverynoteid: noteOf(scene) }),
  row: isKnown,
  ...more,
});
const bodyId = (scene: Scene): Record<string, unknown> => ({ packageId: packageNumber(scene)['packageid'] });
const weighed: Read = { ...known(2), only: { weight: true }, names: { weight: 'weights' } };

export const packageRows: RequestRow[] = [
  {
    operation: 'v1 POST /deliveryNotes/{deliveryNoteId}/packages',
    minimal: () => [{ trackingId: 'JJD000041' }],
    full: () => [parcel],
    reads: [
      {
        by: 'v1 GET /deliveryNotes/{deliveryNoteId}/packages',
        row: ({ TrackingId: id, TrackingID: other }) => (id ?? other) === parcel.trackingId,
      },
    ],
  },
  {
    operation: 'v2 POST /delivery-notes/{deliveryNoteId}/packages',
    minimal: () => [{ trackingId: 'JJD000041' }],
    full: () => [parcel],
    reads: [
      {
        by: 'v2 GET /delivery-notes/{deliveryNoteId}/packages',
        row: ({ trackingId: id, trackingID: other }) => (id ?? other) === parcel.trackingId,
      },
    ],
  },
  {
    operation: 'v1 PATCH /deliveryNotes/packages/{packageId}',
    values: packageNumber,
    minimal: () => ({ trackingId: 'JJD000041' }),
    full: () => parcel,
    reads: [known(1)],
  },
  {
    operation: 'v2 PATCH /delivery-notes/packages/{packageId}',
    values: packageNumber,
    minimal: () => ({ trackingId: 'JJD000041' }),
    full: () => parcel,
    reads: [known(2)],
  },
  {
    operation: 'v2 PATCH /delivery-notes/{deliveryNoteId}/packages/{packageId}',
    values: ofNote,
    minimal: () => ({ trackingId: 'JJD000041' }),
    full: () => parcel,
    reads: [known(2)],
  },
  {
    operation: 'v2 PATCH /package/change',
    minimal: (scene) => ({ ...bodyId(scene), weight: 2.5 }),
    full: (scene) => ({ ...bodyId(scene), weight: 3.5 }),
    reads: [weighed],
  },
  {
    operation: 'v2 PATCH /packages/{packageId}/weight',
    values: packageNumber,
    minimal: () => ({ weight: 2.5 }),
    full: () => ({ weight: 4.5 }),
    reads: [weighed],
  },
  {
    operation: 'v2 POST /packages/deliver',
    minimal: (scene) => bodyId(scene),
    full: (scene) => ({ ...bodyId(scene), trackingCode: 'JJD000021', shippingDate: shippedDate }),
    reads: [
      known(2, {
        only: { trackingcode: true, shippingdate: true },
        names: { trackingcode: 'trackingid', shippingdate: 'shippeddate' },
      }),
    ],
  },
  {
    operation: 'v2 POST /packages/{packageId}/ship',
    values: unshipped,
    minimal: () => ({}),
    full: () => ({ shippingDate: shippedDate, trackingNumber: 'JJD000031', overwrite: true }),
    without: {
      shippeddate: 'an older name of shippingDate',
      trackingid: 'an older name of trackingNumber',
    },
    reads: [
      {
        by: 'answer',
        hidden: { overwrite: instruction },
        names: { shippingdate: 'shippeddate', trackingnumber: 'trackingid' },
      },
    ],
  },
  {
    operation: 'v2 POST /wms/shipping-line/packages/{packageId}/weight',
    values: packageNumber,
    minimal: () => 2.5 as unknown as Body,
    full: () => 5.5 as unknown as Body,
    reads: [known(2, { names: { '': 'weights' } })],
  },
];

/** A package that has not left. */
async function unshipped(scene: Before): Promise<Record<string, string>> {
  const deliverynoteid = noteOf(scene);
  const trackingId = 'JJD000051';
  const made = await scene.run('v2 POST /delivery-notes/{deliveryNoteId}/packages', {
    values: { deliverynoteid },
    body: [{ trackingId }],
  });
  return { packageid: String(fieldOf(fieldOf(made, '0'), 'id')) };
}
