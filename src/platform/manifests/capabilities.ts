import type { ManifestField } from './field.ts';
import { paneContexts } from './model.ts';
import type { Manifest, MenuItem, Pane, PaneContext, WebhookSubscription } from './model.ts';

/** Reads `capabilities.hub.appLauncher`, the same in both generations. */
export function readLauncher(capabilities: ManifestField): Manifest['launcher'] {
  const launcher = capabilities.at('hub').at('appLauncher');
  if (launcher.object() === undefined) return undefined;
  // A launcher opens a tab of its own, so any address is allowed; only framed pages must not be on our origin.
  const redirectUrl = launcher.at('redirectUrl').url();
  if (redirectUrl === undefined) {
    if (!launcher.at('redirectUrl').present)
      launcher.at('redirectUrl').refuse('is required: where the launcher leads');
    return undefined;
  }
  const closedPreviewUrl = launcher.at('closedPreviewUrl').url();
  return { redirectUrl, ...(closedPreviewUrl === undefined ? {} : { closedPreviewUrl }) };
}

/** Reads `capabilities.erp.menuItems`. Deep links use the ids, so a duplicate is refused. */
export function readMenuItems(list: ManifestField): MenuItem[] {
  const seen = new Set<string>();
  const read = (field: ManifestField): MenuItem => {
    field.object();
    const id = field.at('id').requiredText();
    if (id !== '' && seen.has(id)) field.at('id').refuse('must be unique among all menu items');
    seen.add(id);
    const children = field.at('children').list().map(read);
    const url = field.at('url').pageUrl();
    if (!field.at('url').present && children.length === 0)
      field.at('url').refuse('is required for an item without children');
    return { id, name: field.at('name').requiredText(), children, ...(url === undefined ? {} : { url }) };
  };
  return list.list().map(read);
}

/** Reads `capabilities.erp.pane`; v1 panes have no id, so their index in the list names them. */
export function readPanes(list: ManifestField): Pane[] {
  return list.list().map((field, index) => ({
    id: field.at('id').text() ?? `pane-${index + 1}`,
    title: field.at('title').requiredText(),
    url: field.at('url').requiredPageUrl(),
    context: readContext(field.at('context')),
    matchChildContext: field.at('matchChildContext').flag() ?? false,
    requiredScopes: field.at('requiredScopes').scopes(),
  }));
}

function readContext(field: ManifestField): PaneContext {
  const known = paneContexts.find((context) => context === field.value);
  if (known === undefined) field.refuse(`must be one of ${paneContexts.join(', ')}`);
  return known ?? 'customers';
}

const topicPattern = /^com\.jtl\.erp\.workflow\.v1\.[a-z0-9-]+\.[a-z0-9-]+$/i;

/** Reads `capabilities.erp.webhooks` of a v2 manifest. */
export function readWebhooks(webhooks: ManifestField): WebhookSubscription[] {
  if (webhooks.object() === undefined) return [];
  return webhooks
    .at('subscriptions')
    .list()
    .map((field) => {
      const topics = field.at('topics');
      if (!topics.present) topics.refuse('is required: an array of topics');
      const endpoint = field.at('endpoint').at('url');
      if (!endpoint.present) endpoint.refuse('is required: where events are sent');
      return { topics: topics.list().map(readTopic), url: endpoint.url() ?? '' };
    });
}

function readTopic(field: ManifestField): string {
  const topic = field.requiredText();
  if (topic !== '' && !topicPattern.test(topic))
    field.refuse('must look like com.jtl.erp.workflow.v1.<entity>.<event>');
  return topic;
}
