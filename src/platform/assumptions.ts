/**
 * Our decisions where nothing public states how the platform behaves, those that single answers turn on: id -> what we
 * decided. Such answers say so in `X-Emulator-Assumption`; the README's fidelity table and the contract report show the same
 * rows.
 */
export const assumptions = {
  // Identity Provider
  'access-token-lifetime': 'Access tokens of generation 1 live 86,399 s.',
  'access-token-audience':
    'An access token that names audiences must name the API’s base URL or its own app id; without any it is accepted.',
  'sign-in-tenant':
    'The user chooses a tenant at sign-in, or `tenant_hint` names it; the app token carries it.',
  // Account Service
  'session-token-lifetime': 'Session tokens live 300 s.',
  'session-token-header-kid': 'Session tokens carry `kid` in the header as well as in the payload.',
  'session-token-validate':
    'The Account Service checks session tokens at `POST /account/identity/session-token/validate`.',
  'app-token-endpoint': 'The host page gets app tokens at `GET /account/identity/app-token`.',
  'token-exchange-answer': 'Token exchange answers `{accessToken, refreshToken, expiresIn}`.',
  'act-as-opt-in': 'An app opts in to act-as tokens by `authentication.actAsUser: true` in its manifest.',
  'instance-status-session': '`GET /erp/instance/status` also takes a session token and tells of its tenant.',
  'user-settings-values':
    'User settings hold the defaults of a fresh account, until `PUT /account/user-settings` changes some.',
  'tenant-kid-and-language':
    'A tenant’s `kid` is a number of six digits made from its id; its content language is the user’s.',
  // Wawi REST API
  'check-order':
    'Checks run in the order path, token, tenant, installation, scope, connection, media type, validation.',
  'tenant-id-invalid': 'A tenant header that is no UUID is 400 `TenantIdInvalid`.',
  'not-installed-403': 'A tenant that has not installed the app is 403.',
  'scope-enforcement':
    'Scopes are enforced, one of those an operation names suffices; `--no-scopes` turns it off.',
  'wawi-disconnected': 'A tenant whose Wawi is not connected is 504 at once.',
  'page-size-limit': 'A page holds at most 1,000 rows; page 0 and size 0 are 400.',
  'idempotency-key':
    'A write repeated under its `Idempotency-Key` is answered as the first time; another body under the key is 422.',
  'media-type-415': 'Anything but bare `application/json` is 415; `--accept-charset` turns it off.',
  'missing-reference-400': 'A reference to something that does not exist is 400 and named.',
  'delete-referenced-409': 'Deleting what others refer to is 409 and changes nothing.',
  'query-style-lists': 'Query-style operations of v2 answer bare lists in the shape of the GraphQL type.',
  'feature-list': 'The features that `GET /feature` lists.',
  'tax-rates':
    'Exports and deliveries to businesses elsewhere in the EU are free of tax, private buyers there pay their own country’s rate, all others that of the country of departure.',
  'image-data-accept':
    'v2 answers image data as base64 in JSON, as documented; clients whose Accept header names images get the bytes.',
  'key-prefixes':
    'Keys of v2 and GraphQL start with one prefix per kind; all but company, item and attribute are ours.',
  'number-ranges':
    'A company may have a number range of its own beside the general one; {YYYY}, {YY}, {MM} and {DD} stand for the date.',
  'registration-again':
    'An app that registers on-premise again with the same challenge code starts over; with another code it is 409 once it has its key.',
  'worker-sync-control': 'A sync that is started is finished at once; nothing is transferred.',
  'v1-workers':
    'The worker operations that v1 has since API version 1.1 have the bodies of v2 and scopes in the style of v1; 2.0 is without them.',
  'manifest-hash': 'An extension’s manifest must have the SHA-256 that was announced, else 412.',
  'serial-numbers-first-in':
    'Pieces that leave without their serial numbers being named are the first ones in.',
  'shipping-label':
    'A package’s label is a PDF of the emulator’s own, with carrier, addresses, tracking id and weight.',
  'odata-metadata':
    '`GET /odata/$metadata` describes the columns of every entity that v1 lists, as CSDL 4.0.',
  'later-shapes': 'Bodies of 2.1 and 2.2 that nothing public shows follow their v1 twins and GraphQL types.',
  'purchase-order-status':
    'Purchase orders are open, released, partly delivered, delivered or cancelled (0 to 4).',
  'stock-transfer-status': 'Stock transfers are open, in transit, partly received or completed (0 to 3).',
  'wawi-login':
    '`POST /authentication/login` knows the users of the tenant’s Wawi: admin with the password pass.',
  'document-pdf':
    'PDFs of documents have the emulator’s own layout; the form asked for only reaches the outbox.',
  'general-ledger-accounts': 'Accounting data names the revenue accounts of SKR03 by tax rate.',
  'sales-order-status': '`SalesOrderStatus` is 0 open, 1 in progress, 2 completed, 3 cancelled.',
  'return-quantity': 'No more of a line can come back than was ordered.',
  'quantities-add-up':
    'No more is delivered than ordered, credited than invoiced or than a return brings back; no line goes below what was delivered.',
  'preview-limit': 'Images above 4 megapixels are their own preview.',
  'payments-follow-invoice': 'Payments that came in for an order are its first invoice’s once there is one.',
  'rename-taken-number': '`renameSalesOrderNumberWhenAlreadyExists` appends `-1`, `-2` and so on.',
  'file-download-200': 'v2 answers a stored file’s bytes with 200, though the contract lists an empty 204.',
  'variation-key-zero':
    'In a change of an item’s variations, key 0 in the place of a variation’s or value’s key adds a new one.',
  'copy-list-action':
    'When copying item details, list action 0 replaces the list of the receiving item, any other adds to it.',
  'function-attribute-language':
    'A function attribute’s one name and list of values are those of all languages.',
  // GraphQL
  'graphql-unknown-id-null': 'A by-id query of a key that names nothing is null, without an error.',
  'graphql-search': '`searchTerm` looks for every word in any of the search fields, ignoring case.',
  'custom-fields-of-named-kinds':
    'GraphQL lists custom fields of the kinds that its enum names; those for Wawi, resources, production facilities and production items are seen by REST only.',
  'graphql-limits': 'Depth, aliases and fragments of a query are limited.',
  'graphql-cost-limit': 'A query may cost as much as 20 by-id queries or a page of 500 and then some.',
  'graphql-renamed-arguments': 'Of an argument’s old and new name exactly one must be given.',
  // App Bridge and pages
  'bridge-reload': 'A frame’s bridges end with its document; the next one counts as the first again.',
  'bridge-setup-methods':
    'Only `setupCompleted` is missing on a frame’s further bridges; the token methods are on each.',
  'current-id-null': 'A current-id method answers null before any selection.',
  'pane-child-context':
    'A pane with `matchChildContext` also appears beside records that belong to one of its context, as an order to its customer.',
  'pane-required-scopes': 'A pane appears once all its `requiredScopes` are granted.',
  'setup-opens-surfaces':
    'Menu items, panes and headless frames wait for `setupCompleted`; tokens and API do not.',
  'setup-link-installs': 'A Hub link to the setup of an app that is not installed installs it.',
  'closed-preview': 'The Hub shows an app’s `closedPreviewUrl` until it is installed.',
  'lifecycle-hooks':
    '`connectUrl` is told after setup, `disconnectUrl` on uninstall: JSON with `event` connect or disconnect, 5 s, 3 tries.',
  'manifest-required-fields':
    'A manifest needs version and `name.short` (with `manifestVersion`) or `technicalName`; every other field is checked if present.',
} as const satisfies Record<string, string>;

export type AssumptionId = keyof typeof assumptions;

/**
 * Decisions of ours that no single answer turns on: they show in values of many answers, or in none (messages that the
 * emulator sends, files that it reads). No header names them; the README has them in a table of their own.
 */
export const widerAssumptions = {
  // Values of many answers
  'rate-limit-numbers':
    'The rate limit that answers announce is 1,000 requests in 60 s for each app and tenant.',
  'patch-lists': 'In a PATCH every list replaces the one before, except `attributes.values` of an item.',
  sorting:
    'Texts sort as in German dictionaries, without case, ä with a and ß with ss; filters ignore case and tell ä from a; null sorts first.',
  'integers-of-decimals':
    'What one API has as a decimal and another as an integer is kept as the decimal; the integer shows its whole part, cut off towards zero as .NET does, and no more than the type can hold.',
  'incoming-stock':
    'Incoming stock is what purchase orders that are neither delivered nor cancelled have yet to deliver, drop shipments aside; the last purchase is the latest one not cancelled.',
  'graphql-null-filters':
    'In filters a comparison with an absent value never holds and its negation always does; equality compares null like any value.',
  'non-null-defaults':
    'A field that must not be null and has no value shows .NET’s default: empty text, 0, false, key 0, the first enum value.',
  // Messages and files
  'webhook-delivery':
    'The ERP’s own workflow events go out as structured CloudEvents, up to 5 times with growing pauses; their user is the tenant’s owner.',
  'manifest-public-client': 'Redirect URIs lie at `authentication.publicClient`.',
  'listing-name': 'A listing’s name is a text, a short/full pair or texts by locale.',
} as const satisfies Record<string, string>;
