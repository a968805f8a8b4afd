/** The tracking pages of parcels, by the beginning of the shipping method's name. */
const trackingPages: readonly (readonly [carrier: RegExp, url: (trackingId: string) => string])[] = [
  [/^dhl/i, (id) => `https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=${id}`],
  [/^dpd/i, (id) => `https://tracking.dpd.de/status/de_DE/parcel/${id}`],
  [/^gls/i, (id) => `https://gls-group.com/DE/de/paketverfolgung?match=${id}`],
  [/^ups/i, (id) => `https://www.ups.com/track?tracknum=${id}`],
  [/^hermes/i, (id) => `https://www.myhermes.de/empfangen/sendungsverfolgung/#${id}`],
];

/** @returns the carrier's page for a parcel, or undefined without a tracking id or for a carrier that has none */
export function trackingUrl(
  shippingMethod: string | undefined,
  trackingId: string | undefined,
): string | undefined {
  if (!trackingId || shippingMethod === undefined) return undefined;
  const page = trackingPages.find(([carrier]) => carrier.test(shippingMethod));
  return page?.[1](encodeURIComponent(trackingId));
}
