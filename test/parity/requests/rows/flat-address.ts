/** A flat address, each value of which names the address and the field. */
export function flatAddress(of: string, country: string): Record<string, unknown> {
  return {
    street: `${of}straße 12`,
    additionalAddressLine: `${of} Hinterhaus`,
    city: `${of} Stadt`,
    postalCode: `${of}-4711`,
    state: `${of} Land`,
    countryIso: country,
    emailAddress: `${of.toLowerCase()}@example.com`,
    phoneNumber: `${of} 100`,
    mobilePhoneNumber: `${of} 200`,
    faxNumber: `${of} 300`,
    vatId: `${of}-USt`,
    salutation: `${of} Anrede`,
    title: `${of} Titel`,
    firstName: `${of} Vorname`,
    lastName: `${of} Nachname`,
    companyName: `${of} Firma`,
    additionalCompanyLine: `${of} Abteilung`,
  };
}
