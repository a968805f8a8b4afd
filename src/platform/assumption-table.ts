/** One possible behaviour of the platform, and its evidence. */
export interface AssumptionOption {
  /** Short name, as in `--assume ID=OPTION` and `X-Emulator-Assumption`. */
  readonly value: string;
  /** The emulator's behaviour under this option. */
  readonly meaning: string;
  readonly source: string;
}

/** A decision of the emulator where public sources contradict each other or state nothing. */
export interface Assumption {
  readonly question: string;
  /** The first is the default; a note has one only. */
  readonly options: readonly [AssumptionOption, ...AssumptionOption[]];
  /** The part of the platform that it concerns. */
  readonly where: string;
  /** Options that a profile sets regardless of the chosen ones. */
  readonly profiles?: Partial<Record<'real' | 'teach' | 'strict', string>>;
}

/** The options chosen by `--assume` or the control API, by id; all others have their default. */
export type AssumptionChoices = Readonly<Record<string, string>>;

type Unplaced = Omit<Assumption, 'where'>;

/** @returns an assumption without a choice; its one option is the emulator's behaviour */
function note(
  question: string,
  meaning: string,
  source = 'No public source; decision of the emulator.',
): Unplaced {
  return { question, options: [{ value: 'default', meaning, source }] };
}

/** @returns the rows with the part of the platform that they concern */
function at<const Id extends string>(
  where: string,
  rows: Readonly<Record<Id, Unplaced>>,
): Record<Id, Assumption> {
  const placed = Object.entries<Unplaced>(rows).map(([id, row]) => [id, { ...row, where }] as const);
  return Object.fromEntries(placed) as Record<Id, Assumption>;
}

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

/** Assumptions of single answers, which name them in `X-Emulator-Assumption`. */
export const assumptions = {
  ...switchableAssumptions,
  ...at('Identity Provider', {
    'access-token-lifetime': note(
      'How long do access tokens of generation 1 live?',
      'Access tokens of generation 1 live 86,399 s.',
      'Authentication pages: about 24 hours; the security page says one hour.',
    ),
    'access-token-audience': note(
      'Which audiences may an access token name?',
      'An access token that names audiences must name the API’s base URL or its own app id; without any it is accepted.',
    ),
    'sign-in-tenant': note(
      'How does a sign-in choose the tenant?',
      'The user chooses a tenant at sign-in, or `tenant_hint` names it; the app token carries it.',
    ),
  }),
  ...at('Account Service', {
    'session-token-lifetime': note(
      'How long do session tokens live?',
      'Session tokens live 300 s.',
      'Authentication page: only “short-lived”.',
    ),
    'session-token-header-kid': note(
      'Which header fields do session tokens carry?',
      'Session tokens carry the id of their signing key as `kid` in the header; `kid` in the payload is the tenant’s.',
    ),
    'session-token-validate': note(
      'Where does the Account Service check session tokens?',
      'The Account Service checks session tokens at `POST /account/identity/session-token/validate`.',
    ),
    'app-token-endpoint': note(
      'Where does the host page get app tokens?',
      'The host page gets app tokens at `GET /account/identity/app-token`.',
    ),
    'token-exchange-answer': note(
      'Which fields does token exchange answer?',
      'Token exchange answers `{accessToken, refreshToken, expiresIn}`.',
    ),
    'act-as-opt-in': note(
      'How does an app opt in to act-as tokens?',
      'An app opts in to act-as tokens by `authentication.actAsUser: true` in its manifest.',
      'Act-as page: an opt-in exists; its name and place are not shown.',
    ),
    'instance-status-session': note(
      'Which tokens does the instance status take?',
      '`GET /erp/instance/status` also takes a session token and tells of its tenant.',
    ),
    'user-settings-values': note(
      'What do user settings hold before a change?',
      'User settings hold the defaults of a fresh account, until `PUT /account/user-settings` changes some.',
    ),
    'tenant-kid-and-language': note(
      'What are `kid` and content language of a tenant?',
      'A tenant’s `kid` is a number of six digits made from its id; its content language is the user’s.',
    ),
  }),
  ...at('Wawi REST API', {
    'check-order': note(
      'In which order do checks of a request run?',
      'Checks run in the order path, token, tenant, installation, scope, connection, media type, validation.',
    ),
    'tenant-id-invalid': note(
      'What does a malformed tenant header get?',
      'A tenant header that is not a UUID is 400 `TenantIdInvalid`.',
    ),
    'not-installed-403': note(
      "What does a tenant without the app's installation answer?",
      'A tenant that has not installed the app is 403.',
    ),
    'scope-enforcement': note(
      'Are scopes enforced?',
      'Scopes are enforced, one of those an operation names suffices; `--no-scopes` turns it off.',
      'Scopes page: enforcement has not shipped; security page: a token without the scope is rejected.',
    ),
    'wawi-disconnected': note(
      'What does a tenant without a connected Wawi answer?',
      'A tenant whose Wawi is not connected is 504 at once.',
    ),
    'page-size-limit': note(
      'How large may a page be?',
      'A page holds at most 1,000 rows; page 0 and size 0 are 400.',
    ),
    'idempotency-key': note(
      'What does a repeated write answer?',
      'A write repeated under its `Idempotency-Key` is answered as the first time; another payload under the key is 422, in GraphQL `IDEMPOTENCY_KEY_REUSED`. A refused write can be tried again under its key. The last 2,000 answers of a tenant are kept.',
      'Mutation pages of GraphQL 2.1 and later: same key and payload replay; another payload and the time that answers are kept are not described.',
    ),
    'media-type-415': note(
      'Which media types do bodies have?',
      'Anything but bare `application/json` is 415; `--accept-charset` turns it off.',
    ),
    'missing-reference-400': note(
      'What does a reference to a missing record get?',
      'A reference to something that does not exist is 400 and named.',
    ),
    'delete-referenced-409': note(
      'What does deleting a record in use get?',
      'Deleting what others refer to is 409 and changes nothing.',
    ),
    'query-style-lists': note(
      'What do query-style operations of v2 answer?',
      'Query-style operations of v2 answer bare lists in the shape of the GraphQL type.',
    ),
    'feature-list': note(
      'Which features does `GET /feature` list?',
      'The features that `GET /feature` lists.',
    ),
    'tax-rates': note(
      'Which tax rate applies abroad?',
      'Exports and deliveries to businesses elsewhere in the EU are free of tax, private buyers there pay their own country’s rate, all others that of the country of departure.',
    ),
    'image-data-accept': note(
      'How is image data sent?',
      'v2 answers image data as base64 in JSON, as documented; clients whose Accept header names images get the bytes.',
    ),
    'key-prefixes': note(
      'Which prefixes do keys start with?',
      'Keys of v2 and GraphQL start with one prefix per kind; all prefixes except those of company, item and attribute are ours.',
    ),
    'number-ranges': note(
      'Which number ranges exist, and which placeholders?',
      'A company may have a number range of its own beside the general one; {YYYY}, {YY}, {MM} and {DD} stand for the date.',
    ),
    'registration-again': note(
      'What does a repeated on-premise registration get?',
      'An app that registers on-premise again with the same challenge code starts over; with another code it is 409 once it has its key.',
    ),
    'worker-sync-control': note(
      'What does a started sync do?',
      'A sync that is started is finished at once and transfers no data.',
    ),
    'v1-workers': note(
      'What do the worker operations of v1 look like?',
      'The worker operations that v1 has since API version 1.1 have the bodies of v2 and scopes in the style of v1; 2.0 is without them.',
    ),
    'manifest-hash': note(
      "What must an extension's manifest match?",
      'An extension’s manifest must have the SHA-256 that was announced, else 412.',
    ),
    'serial-numbers-first-in': note(
      'Which pieces leave when no serial numbers are named?',
      'Pieces that leave without their serial numbers being named are the first ones in.',
    ),
    'shipping-label': note(
      'What is the label of a package?',
      'A package’s label is a PDF of the emulator’s own, with carrier, addresses, tracking id and weight.',
    ),
    'odata-metadata': note(
      'What does `GET /odata/$metadata` describe?',
      '`GET /odata/$metadata` describes the columns of every entity that v1 lists, as CSDL 4.0.',
    ),
    'run-as': note(
      'Whom may `x-runas` name, and who may send it?',
      '`x-runas` names a user of the Wawi by id, key or login. It needs the scope `Application.RunAs` in any spelling; an unknown user is refused with 400. Orders, invoices, payments, cancellations and stock changes are recorded under the user.',
      'Old reference pages: a user id, and the scope. The refusal is a decision of the emulator.',
    ),
    'inferred-operation': note(
      'Which versions have an operation that not every version documents?',
      'An operation is in a version that no source shows it in, if an earlier or later version shows it and no whole page of the version lacks it.',
      'The evidence of the contract documents, by version.',
    ),
    'inferred-shapes': note(
      'Which input and answer does an operation have that pages show in part?',
      'The parts of input and answer that no source of the version shows are those of the nearest version that shows them.',
      'The evidence of the contract documents, by version.',
    ),
    'undocumented-behaviour': note(
      'What do operations answer whose behaviour no public page states?',
      'Operations whose behaviour no public page states are refused: by REST with 501, by GraphQL with `NOT_IMPLEMENTED`.',
    ),
    'purchase-order-status': note(
      'Which statuses do purchase orders have?',
      'Purchase orders are open (0), released (5), in progress (20), partially delivered (30), overdue (50) or completed (500).',
      'REST 2.1 page: the numbers without names. GraphQL 2.1 page: the names without numbers. The emulator pairs them in order.',
    ),
    'stock-transfer-status': note(
      'Which statuses do stock transfers have?',
      'Stock transfers are open (0), in transit (1) until all of them is received or written off, or completed (2).',
      'GraphQL 2.2 page: OPEN, IN_TRANSIT, COMPLETED, without numbers. The emulator numbers them in this order.',
    ),
    'wawi-login': note(
      'Which users may log in to Wawi?',
      '`POST /authentication/login` knows the users of the tenant’s Wawi: admin with the password pass.',
    ),
    'document-pdf': note(
      'What do PDFs of documents look like?',
      'PDFs of documents have the emulator’s own layout; the form asked for only reaches the outbox.',
    ),
    'general-ledger-accounts': note(
      'Which revenue accounts does accounting data name?',
      'Accounting data names the revenue accounts of SKR03 by tax rate.',
    ),
    'sales-order-status': note(
      'Which numbers does `SalesOrderStatus` have?',
      '`SalesOrderStatus` is 0 open, 1 in progress, 2 completed, 3 cancelled.',
      'GraphQL 3.0 page: the same four steps in the same order.',
    ),
    'return-quantity': note(
      'How much of a line can come back?',
      'No more of a line can come back than was ordered.',
    ),
    'quantities-add-up': note(
      'Which quantities are refused as too many?',
      'No more is delivered than ordered, credited than invoiced or than a return brings back; no line goes below what was delivered.',
      'Correction pages of 2.2: exceeding amounts are refused by default and allowed on request.',
    ),
    'preview-limit': note(
      'When does an image have a smaller preview?',
      'Images above 4 megapixels are their own preview.',
    ),
    'payments-follow-invoice': note(
      'Whose are payments for an order once an invoice exists?',
      'Payments that came in for an order are its first invoice’s once there is one.',
    ),
    'rename-taken-number': note(
      'What does `renameSalesOrderNumberWhenAlreadyExists` do?',
      '`renameSalesOrderNumberWhenAlreadyExists` appends `-1`, `-2` and so on.',
    ),
    'file-download-200': note(
      'Which status does a file download have?',
      'v2 answers a stored file’s bytes with 200, though the contract lists an empty 204.',
    ),
    'variation-key-zero': note(
      'What does key 0 mean in a change of variations?',
      'In a change of an item’s variations, key 0 in the place of a variation’s or value’s key adds a new one.',
    ),
    'copy-list-action': note(
      'What do list actions of copying item details mean?',
      'When copying item details, list action 0 replaces the list of the receiving item, any other adds to it.',
    ),
    'function-attribute-language': note(
      'Which language do names of function attributes have?',
      'A function attribute’s one name and list of values are those of all languages.',
    ),
  }),
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
