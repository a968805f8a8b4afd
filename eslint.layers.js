// The layers of src/, for the rule boundaries/dependencies (docs/decisions/0001-layers.md). A folder imports from itself
// and from lower layers only; folders of one layer never import each other.
const ground = ['tokens', 'bridge'];
const services = ['identity', 'account', 'wawi', 'pages'];
const folders = {
  tokens: [],
  bridge: [],
  platform: ground,
  identity: ['platform', ...ground],
  account: ['platform', ...ground],
  wawi: ['platform', ...ground],
  pages: ['platform', ...ground],
  control: [...services, 'platform', ...ground],
  server: ['control', ...services, 'platform', ...ground],
  cli: ['server', 'control', 'platform', ...ground],
};
/** The export files stand beside the folders. */
const exportFiles = ['server', 'control', 'platform', ...ground];

// Inside wawi: transports, then areas, wire, store, contract. An area imports from the areas before it only.
const areas = [
  ...['system', 'master-data', 'items', 'customers', 'pricing', 'stock', 'purchasing', 'production'],
  ...['sales-orders', 'delivery', 'invoices', 'returns', 'marketplace', 'shops'],
];
const below = { contract: [], store: ['contract'], wire: ['store', 'contract'] };
const allAreas = ['areas', ...areas.map(areaType), 'wire', ...below.wire];
const partsOfWawi = {
  ...Object.fromEntries(
    areas.map((area, n) => [areaType(area), [...areas.slice(0, n).map(areaType), 'wire', ...below.wire]]),
  ),
  ...below,
  areas: allAreas,
  'back-office': allAreas,
  rest: allAreas,
  graphql: allAreas,
  'on-premise': ['rest', 'graphql', ...allAreas],
};

function areaType(area) {
  return `areas/${area}`;
}

/** The more specific folders come first: the first that fits a file is its element. */
export const elements = [
  ...Object.keys(partsOfWawi).map((part) => ({ type: part, pattern: `src/wawi/${part}` })),
  ...Object.keys(folders).map((folder) => ({ type: folder, pattern: `src/${folder}` })),
];

export const files = [{ category: 'exports', pattern: 'src/*.ts' }];

/** Other folders may import every part of wawi, and wawi's own entry file wires its parts. */
const withParts = (names) =>
  names.flatMap((name) => (name === 'wawi' ? ['wawi', ...Object.keys(partsOfWawi)] : [name]));

function policy(from, allowed) {
  return { from, allow: allowed.map((type) => ({ to: { element: { type } } })) };
}

export const policies = [
  ...Object.entries(folders).map(([type, allowed]) =>
    policy({ element: { type } }, withParts([type, ...allowed])),
  ),
  ...Object.entries(partsOfWawi).map(([type, allowed]) =>
    policy({ element: { type } }, [type, ...allowed, 'platform', ...ground]),
  ),
  policy({ file: { categories: 'exports' } }, exportFiles),
];
