import { at, note, type Assumption } from './assumption.ts';

/** Assumptions that concern values of many answers, or none; no header names them. */
export const widerAssumptions = {
  ...at('Values of many answers', {
    'rate-limit-numbers': note(
      'Which rate limit do answers announce?',
      'The rate limit that answers announce is 1,000 requests in 60 s for each app and tenant.',
      'Rate limit page: header names and an example of 10 in 45 s; numbers are not published.',
    ),
    'v1-minor': note(
      'Which version 1 does a tenant have?',
      'Every tenant answers version 1 as 1.6, regardless of its version 2.',
      'Versioning guide: 1.3 is the last minor version before 2.0. API reference: pages of 1.4 to 1.6.',
    ),
    'patch-lists': note(
      'What does a list in a PATCH replace?',
      'In a PATCH every list replaces the one before, except `attributes.values` of an item.',
    ),
    sorting: note(
      'How do texts sort and compare?',
      'Texts sort as in German dictionaries, without case, ä with a and ß with ss; filters ignore case and tell ä from a; null sorts first.',
    ),
    'integers-of-decimals': note(
      'How does an integer show a decimal?',
      'A value that is a decimal in one API and an integer in another is kept as the decimal; the integer shows its whole part, cut off towards zero as .NET does, and no more than the type can hold.',
    ),
    'incoming-stock': note(
      'What counts as incoming stock?',
      'Incoming stock is what purchase orders that are neither delivered nor cancelled have yet to deliver, drop shipments aside; the last purchase is the latest one not cancelled.',
    ),
    'graphql-null-filters': note(
      'How do filters treat absent values?',
      'In filters a comparison with an absent value never holds and its negation always does; equality compares null like any value.',
    ),
    'non-null-defaults': note(
      'What does a field show that must not be null and has no value?',
      'A field that must not be null and has no value shows .NET’s default: empty text, 0, false, key 0, the first enum value.',
    ),
  }),
  ...at('Messages and files', {
    'webhook-delivery': note(
      'How are workflow events delivered?',
      'The ERP’s own workflow events go out as structured CloudEvents, up to 5 times with growing pauses; their user is the tenant’s owner.',
    ),
    'manifest-public-client': note(
      'Where are redirect URIs in a manifest?',
      'Redirect URIs lie at `authentication.publicClient`.',
    ),
    'listing-name': note(
      'Which forms does the name of a listing have?',
      'A listing’s name is a text, a short/full pair or texts by locale.',
      'Listing manifest page: locale, then short and full.',
    ),
  }),
} satisfies Record<string, Assumption>;
