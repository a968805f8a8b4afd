import { at, note, type Assumption } from './assumption.ts';

/** Assumptions of the REST API of the Wawi. */
export const restAssumptions = {
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
      'No more is delivered than ordered, credited than invoiced or than a return brings back; no line goes below what is invoiced, picked, delivered or returned.',
      'Correction pages of 2.2: exceeding amounts are refused by default and allowed on request.',
    ),
    'line-item-values': note(
      'Which lines of orders and quotations are refused?',
      'A line has a quantity above 0, whole unless its item is divisible, a discount of at most 100 per cent, an item or a name, and no item that stands for its variations. A new line with only the fields that its page requires is taken. An invoiced line keeps price and tax.',
      'Pages of 3.0 state these rules of lines; the least requests of CreateSalesOrder 2.3 and of the lines of REST 2.2 have neither item nor name.',
    ),
    'delivery-blocks': note(
      'Which sales orders are neither picked nor delivered, and which cannot be cancelled?',
      'An order that is on hold, and one of a locked customer, is neither picked nor delivered. An order on a pick list cannot be cancelled.',
      'GraphQL 3.0 page of Customer for locked customers; the rest is a decision of the emulator.',
    ),
    'shop-settings': note(
      'How do settings of online shops act in Wawi?',
      'The customers of a removed customer group move to its replacement. Where no transfer parameter is saved, the emulator has limits of its own. The emulator sends no data to shops.',
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
} satisfies Record<string, Assumption>;
