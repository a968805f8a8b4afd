import { at, note, type Assumption } from './assumption.ts';

/** Assumptions of GraphQL, the App Bridge and the pages. */
export const graphqlAndPagesAssumptions = {
  ...at('GraphQL', {
    'graphql-unknown-id': note(
      'What does a by-id query of an unknown key answer?',
      'A by-id query of a key that names nothing is an error of the code `NOT_FOUND`; where its type allows null, it is null without an error.',
      'No page says; a type that must not be null leaves no other answer than an error.',
    ),
    'graphql-search': note(
      'How does `searchTerm` search?',
      '`searchTerm` looks for every word in any of the search fields, ignoring case.',
    ),
    'custom-fields-of-named-kinds': note(
      'Which custom fields does GraphQL list?',
      'GraphQL lists custom fields of the kinds that its enum names; those for Wawi, resources, production facilities and production items are seen by REST only.',
    ),
    'graphql-limits': note(
      'Which limits does the shape of a query have?',
      'A document has at most 20,000 tokens, brackets nested 200 deep, 2,048 fields, fields nested 15 deep and 100 fragments within each other.',
      'HotChocolate: its limits of fields and of recursion; the others are decisions of the emulator.',
    ),
    'graphql-cost-limit': note(
      'How much may a query cost?',
      'A query may cost as much as 20 by-id queries or a page of 500 and then some, its introspection as much as the whole schema three times.',
    ),
    'graphql-renamed-arguments': note(
      "Which of a renamed argument's names must be given?",
      'Of an argument’s old and new name exactly one must be given.',
    ),
  }),
  ...at('App Bridge and pages', {
    'bridge-reload': note(
      "What ends a frame's bridges?",
      'A frame’s bridges end with its document; the next one counts as the first again.',
    ),
    'bridge-setup-methods': note(
      "Which methods do a frame's further bridges have?",
      'Only `setupCompleted` is missing on a frame’s further bridges; the token methods are on each.',
    ),
    'current-id-null': note(
      'What do current-id methods answer before any selection?',
      'A current-id method answers null before any selection.',
    ),
    'pane-child-context': note(
      'Where does a pane with `matchChildContext` appear?',
      'A pane with `matchChildContext` also appears beside records that belong to one of its context, as an order to its customer.',
    ),
    'pane-required-scopes': note(
      'When does a pane with `requiredScopes` appear?',
      'A pane appears once all its `requiredScopes` are granted.',
    ),
    'setup-opens-surfaces': note(
      "What waits for the end of an app's setup?",
      'Menu items, panes and headless frames wait for `setupCompleted`; tokens and API do not.',
    ),
    'setup-link-installs': note(
      'What does a setup link of an app that is not installed do?',
      'A Hub link to the setup of an app that is not installed installs it.',
    ),
    'closed-preview': note(
      'What does the Hub show of an app before installation?',
      'The Hub shows an app’s `closedPreviewUrl` until it is installed.',
    ),
    'lifecycle-hooks': note(
      'How are connect and disconnect announced?',
      '`connectUrl` receives a POST after setup, `disconnectUrl` on uninstall: JSON with `event` connect or disconnect, 5 s, 3 tries.',
      'Older guide: HTTP POST at connection and disconnection; the newer guide no longer has them.',
    ),
    'manifest-required-fields': note(
      'Which fields must a manifest have?',
      'A manifest needs version and `name.short` (with `manifestVersion`) or `technicalName`; every other field is checked if present.',
      'Manifest page: technicalName and version are marked as required.',
    ),
  }),
} satisfies Record<string, Assumption>;
