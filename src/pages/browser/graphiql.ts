import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import './parts/graphiql-page.css';
import { createElement, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/** GraphiQL over the ERP's GraphQL endpoint, with the token of a chosen app for a chosen tenant filled in. */

/** The names that identify an app or a tenant. */
interface Choice {
  id: string;
  slug: string;
  name: string;
}

const control = '/_emulator/v1';
const exampleQuery = `# Orders with their totals, newest first
{
  QuerySalesOrders(first: 10, order: [{ salesOrderDate: DESC }]) {
    totalCount
    nodes {
      id
      salesOrderNumber
      salesOrderDate
      totalGrossAmount
      paymentStatus
    }
  }
}
`;

async function choices(kind: 'apps' | 'tenants'): Promise<Choice[]> {
  const response = await fetch(`${control}/${kind}`);
  const { items } = (await response.json()) as { items: (Choice & { appId?: string })[] };
  return items.map((item) => ({ ...item, id: item.appId ?? item.id }));
}

/** @returns the headers of a request by the app to the tenant */
async function headersFor(appId: string, tenantId: string): Promise<Record<string, string>> {
  const response = await fetch(`${control}/tokens/access`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ appId, tenantId }),
  });
  const { token } = (await response.json()) as { token: string };
  return { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenantId };
}

function selectOf(name: string, options: readonly Choice[], wanted: string | null): HTMLSelectElement {
  const select = document.createElement('select');
  select.name = name;
  select.ariaLabel = name;
  for (const { id, slug, name: label } of options) {
    const isWanted = wanted === id || wanted === slug;
    select.append(new Option(label, id, isWanted, isWanted));
  }
  return select;
}

function explorer(headers: Record<string, string>): ReactElement {
  return createElement(GraphiQL, {
    // A new key for new headers, because GraphiQL keeps its first ones.
    key: JSON.stringify(headers),
    fetcher: createGraphiQLFetcher({ url: '/erp/v2/graphql' }),
    headers: JSON.stringify(headers, undefined, 2),
    defaultQuery: exampleQuery,
    shouldPersistHeaders: false,
  });
}

async function show(root: Root, app: HTMLSelectElement, tenant: HTMLSelectElement): Promise<void> {
  root.render(explorer(await headersFor(app.value, tenant.value)));
}

function labelled(text: string, field: HTMLSelectElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(text, field);
  return label;
}

async function start(): Promise<void> {
  const wanted = new URLSearchParams(location.search);
  const [apps, tenants] = await Promise.all([choices('apps'), choices('tenants')]);
  const app = selectOf('app', apps, wanted.get('app') ?? 'hello-world');
  const tenant = selectOf('tenant', tenants, wanted.get('tenant') ?? 'bergmann-outdoor');
  const bar = document.createElement('form');
  bar.className = 'token-of';
  bar.append(labelled('App ', app), labelled('Tenant ', tenant));
  const place = document.createElement('div');
  place.className = 'explorer';
  document.body.append(bar, place);
  const root = createRoot(place);
  bar.addEventListener('change', () => void show(root, app, tenant));
  await show(root, app, tenant);
}

await start();
