import { randomUUID } from 'node:crypto';
import type { Clock } from '../../tokens/clock.ts';
import type { Registry } from '../registry.ts';
import type { Deliveries } from './deliveries.ts';

/** An event in a tenant's ERP. */
export interface WorkflowEvent {
  tenantId: string;
  /** Entity and event, such as `item.changed`. */
  name: string;
  /** v2 key of the record. */
  objectKey: string;
  /** The user who caused it. */
  user: string;
  /** The trace of the request that caused it, if there is one. */
  traceId?: string | undefined;
}

const topicPrefix = 'com.jtl.erp.workflow.v1.';

/** Sends workflow events to the apps whose manifests subscribe to them, as CloudEvents 1.0 (platform.md section 10). */
export class Webhooks {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
  ) {}

  /** @returns the number of endpoints; deliveries run in the background, and the journal records them */
  emit(event: WorkflowEvent): number {
    const topic = topicPrefix + event.name;
    const targets = this.registry.installations
      .filter(({ tenantId, status }) => tenantId === event.tenantId && status === 'SETUP_COMPLETED')
      .flatMap(({ appId }) => {
        const { webhooks } = this.registry.app(appId).manifest.erp;
        return webhooks.filter(({ topics }) => topics.includes(topic)).map(({ url }) => ({ appId, url }));
      });
    const body = this.#cloudEvent(topic, event);
    for (const { appId, url } of targets) this.#send(appId, url, event, body);
    return targets.length;
  }

  #send(
    appId: string,
    url: string,
    { tenantId, traceId }: WorkflowEvent,
    body: Record<string, unknown>,
  ): void {
    const contentType = 'application/cloudevents+json';
    this.deliveries.send({
      kind: 'webhook',
      url,
      contentType,
      body,
      tenantId,
      appId,
      traceId,
      tries: 5,
      firstPauseMs: 500,
    });
  }

  #cloudEvent(topic: string, { tenantId, objectKey, user }: WorkflowEvent): Record<string, unknown> {
    const time = new Date(this.clock.now()).toISOString();
    return {
      specversion: '1.0',
      id: randomUUID(),
      source: `urn:jtl:tenant:${tenantId}`,
      type: topic,
      subject: topic,
      time,
      datacontenttype: 'application/json',
      data: { objectKey, timestamp: time, user },
    };
  }
}
