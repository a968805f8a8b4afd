import { at, type Assumption } from './assumption.ts';

/** Assumptions with options to choose from. */
export const switchableAssumptions = {
  ...at('GraphQL', {
    'graphql-status': {
      question: 'Which status and media type does GraphQL answer?',
      options: [
        {
          value: 'negotiated',
          meaning:
            'With `Accept: application/json` alone, request errors are 200; every other Accept header gets `application/graphql-response+json`, in which request errors are 400.',
          source: 'HotChocolate’s default response formatter (ChilliCream/graphql-platform#9784, #6154).',
        },
        {
          value: 'legacy',
          meaning:
            'Request errors are 400; the media type is `application/json` unless the Accept header names `application/graphql-response+json`.',
          source: 'HotChocolate’s option for its older HTTP transport.',
        },
      ],
    },
    'graphql-date-times': {
      question: 'Which texts does `DateTime` take?',
      options: [
        {
          value: 'refused',
          meaning:
            'Date and time with seconds and an offset. A date alone, a time without an offset or without seconds is refused.',
          source: 'HotChocolate 15: the format is checked.',
        },
        {
          value: 'server-zone',
          meaning:
            'A date alone and a time without an offset are times of the server’s zone, Europe/Berlin; seconds may be missing.',
          source: 'HotChocolate 14: texts are read as .NET’s DateTimeOffset reads them.',
        },
      ],
      profiles: { strict: 'refused' },
    },
  }),
  ...at('Wawi REST API', {
    'api-version-missing': {
      question: 'Which version of the API answers on-premise without the header `api-version`?',
      options: [
        {
          value: 'newest',
          meaning:
            'The newest version 1 on paths without a version and with `/v1/`; the version of the tenant with `/v2/` and for GraphQL.',
          source: 'REST 1.4 page of cancelling a sales order: the last available version.',
        },
        {
          value: 'earliest',
          meaning: 'Version 1.0, and 2.0 with `/v2/` and for GraphQL.',
          source: 'Versioning guide: the earliest supported version.',
        },
      ],
    },
    'page-numbers': {
      question: 'What are the previous page’s number on the first page and the next page’s on the last?',
      options: [
        {
          value: 'null',
          meaning: 'Null.',
          source: 'Pagination guide: `previousPageNumber: null` on page 1.',
        },
        {
          value: 'numbers',
          meaning: 'The previous page of page 1 is 1, the next page of the last page is the last page.',
          source: 'Published contracts: both are integers that are never null.',
        },
      ],
    },
  }),
} satisfies Record<string, Assumption>;
