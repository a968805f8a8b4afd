import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../tokens/clock.ts';
import { factsOf, setReason } from '../http.ts';
import { InvalidInput, NotFound } from '../problems.ts';
import type { Registry } from '../registry.ts';
import { bodilessStatuses, faultBody } from './answers.ts';
import { callerOf, type FaultCaller } from './caller.ts';
import { chances, normal } from './chance.ts';
import { replaceAnswer, replaceContentType, resetConnection, trickleBody, truncateBody } from './effects.ts';
import { longestLatency } from './faults.schema.ts';
import type { Fault, FaultEffect, FaultMatch, FaultRequest, Latency } from './model.ts';
import { pathPattern, type PathTest } from './path-pattern.ts';
import { type FaultPreset, faultPresets } from './presets.ts';
import { RateWindows } from './rate-window.ts';

/** A fault with its state. */
interface ActiveFault {
  fault: Fault;
  path: PathTest | undefined;
  chance: () => number;
  windows: RateWindows | undefined;
}

/** A request that faults may apply to. */
interface FaultedRequest {
  service: string;
  /** On the single origin, without query. */
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Failures on demand. Without a fault in force, a request costs one comparison. */
export class Faults {
  #active: ActiveFault[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly registry: Registry,
  ) {}

  list(): Fault[] {
    return this.#active.map(({ fault }) => fault);
  }

  /**
   * Puts a checked fault in force; see read-fault.ts.
   * @throws NotFound for an unknown tenant or app
   */
  add(request: FaultRequest, preset?: FaultPreset): Fault {
    const match = this.#resolved(request.match ?? {});
    const { rateLimit } = request.effect;
    const fault: Fault = { id: randomUUID(), ...request, match, applied: 0, ...(preset && { preset }) };
    this.#active.push({
      fault,
      path: match.path === undefined ? undefined : pathPattern(match.path),
      chance: chances(request.seed ?? 1),
      windows: rateLimit && new RateWindows(this.clock, rateLimit.limit, rateLimit.seconds),
    });
    return fault;
  }

  /** @throws InvalidInput for an unknown preset */
  addPreset(preset: FaultPreset): Fault[] {
    if (!Object.hasOwn(faultPresets, preset)) {
      const message = `must be one of ${Object.keys(faultPresets).join(', ')}`;
      throw new InvalidInput([{ path: '$.preset', value: preset, message }]);
    }
    return faultPresets[preset].map((request) => this.add(request, preset));
  }

  /** @throws NotFound */
  remove(id: string): void {
    const before = this.#active.length;
    this.#active = this.#active.filter(({ fault }) => fault.id !== id && fault.preset !== id);
    if (this.#active.length === before) {
      throw new NotFound(
        'fault',
        id,
        this.#active.flatMap(({ fault }) => fault.preset ?? fault.id),
      );
    }
  }

  clear(): void {
    this.#active = [];
  }

  /**
   * Runs before every service: applies the faults that match the request, or passes it on.
   * @param next called with an error when a fault cannot be applied
   */
  applyToRequest(
    service: string,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void {
    if (this.#active.length === 0) {
      next();
      return;
    }
    const faulted: FaultedRequest = { service, path: pathOf(request), request, response };
    const chosen = this.#choose(
      faulted,
      ({ operationId, field }) => operationId === undefined && field === undefined,
    );
    this.#apply(chosen, faulted).then((passed) => {
      if (passed) next();
    }, next);
  }

  /**
   * Applies faults to a request whose operation the service has found and annotated.
   * @returns true when the fault has answered
   */
  async applyToOperation(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (this.#active.length === 0) return false;
    const { operationId } = factsOf(response);
    const faulted: FaultedRequest = { service: 'erp', path: pathOf(request), request, response };
    const chosen = this.#choose(
      faulted,
      (match) => match.operationId !== undefined && match.operationId === operationId,
    );
    return !(await this.#apply(chosen, faulted));
  }

  /**
   * Applies faults to a GraphQL root field.
   * @returns the field's error, once its latency has passed; undefined if it works
   */
  async applyToField(
    field: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<string | undefined> {
    if (this.#active.length === 0) return undefined;
    const faulted: FaultedRequest = { service: 'erp', path: pathOf(request), request, response };
    const chosen = this.#choose(faulted, (match) => match.field === field);
    for (const active of this.#claim(chosen, failsField)) {
      await this.#wait(active);
      if (failsField(active)) return `fault ${active.fault.id} applies to ${field}`;
    }
    return undefined;
  }

  #choose({ service, path, request }: FaultedRequest, suits: (match: FaultMatch) => boolean): ActiveFault[] {
    let caller: FaultCaller | undefined;
    return this.#active.filter((active) => {
      const { match, probability = 1 } = active.fault;
      if (!suits(match)) return false;
      if (match.service !== undefined && match.service !== service) return false;
      if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
      if (active.path !== undefined && !active.path(path)) return false;
      if (match.tenantId !== undefined || match.appId !== undefined) {
        caller ??= callerOf(request, this.registry);
        if (match.tenantId !== undefined && match.tenantId !== caller.tenantId) return false;
        if (match.appId !== undefined && match.appId !== caller.appId) return false;
      }
      return probability >= 1 || active.chance() < probability;
    });
  }

  /**
   * Counts the faults that apply before any of them waits, so that a concurrent request finds them used.
   * @param ends whether a fault ends the request, so that later faults do not apply
   * @param applies called for each fault until then
   */
  #claim(
    chosen: readonly ActiveFault[],
    ends: (active: ActiveFault) => boolean,
    applies: (active: ActiveFault) => boolean = () => true,
  ): ActiveFault[] {
    const claimed: ActiveFault[] = [];
    for (const active of chosen) {
      if (!applies(active)) continue;
      this.#count(active);
      claimed.push(active);
      if (ends(active)) break;
    }
    return claimed;
  }

  /** @returns true when the service may continue */
  async #apply(chosen: readonly ActiveFault[], faulted: FaultedRequest): Promise<boolean> {
    const applies = ({ windows, fault }: ActiveFault) =>
      windows === undefined || this.#overLimit(windows, faulted, fault.effect);
    for (const active of this.#claim(chosen, answersItself, applies)) {
      const { effect, id, preset } = active.fault;
      await this.#wait(active);
      setReason(
        faulted.response,
        `fault ${preset ?? id} is in force; remove it with DELETE /_emulator/v1/faults/${id}`,
      );
      if (effect.contentType !== undefined) replaceContentType(faulted.response, effect.contentType);
      if (effect.truncate !== undefined) truncateBody(faulted.response, effect.truncate);
      if (effect.trickle !== undefined) trickleBody(faulted.response, effect.trickle);
      if (effect.reset === true) {
        resetConnection(faulted.response);
        return false;
      }
      const status = effect.status ?? (active.windows === undefined ? undefined : 429);
      if (status !== undefined) {
        answer(faulted, status, effect);
        return false;
      }
      if (effect.disconnect === true) {
        replaceAnswer(faulted.response, () => {
          answer(faulted, 504, effect);
        });
      }
    }
    return true;
  }

  #overLimit(
    windows: RateWindows,
    { request, response }: FaultedRequest,
    { rateLimit }: FaultEffect,
  ): boolean {
    const { appId = 'nobody', tenantId = 'none' } = callerOf(request, this.registry);
    const { allowed, remaining, retryAfter } = windows.count(`${appId} ${tenantId}`);
    response.setHeader('X-RateLimit-Limit', rateLimit?.limit ?? 0);
    response.setHeader('X-RateLimit-Interval-Length-Seconds', rateLimit?.seconds ?? 0);
    response.setHeader('X-RateLimit-Remaining', remaining);
    if (!allowed) response.setHeader('Retry-After', retryAfter);
    return !allowed;
  }

  #count({ fault }: ActiveFault): void {
    fault.applied++;
    if (fault.times !== undefined && fault.applied >= fault.times) {
      this.#active = this.#active.filter((active) => active.fault !== fault);
    }
  }

  async #wait({ fault, chance }: ActiveFault): Promise<void> {
    const { latency } = fault.effect;
    if (latency === undefined) return;
    // The connection keeps the process alive as long as it waits for its answer.
    await delay(millisecondsOf(latency, chance), undefined, { ref: false });
  }

  #resolved(match: FaultMatch): FaultMatch {
    return {
      ...match,
      ...(match.tenantId !== undefined && { tenantId: this.registry.tenant(match.tenantId).id }),
      ...(match.appId !== undefined && { appId: this.registry.app(match.appId).id }),
    };
  }
}

/** Whether a fault that applies answers the request in place of the service. */
function answersItself({ fault: { effect }, windows }: ActiveFault): boolean {
  return effect.reset === true || effect.status !== undefined || windows !== undefined;
}

/** Whether a fault makes a GraphQL field fail; latency alone only delays it. */
function failsField({ fault: { effect } }: ActiveFault): boolean {
  return effect.latency === undefined || Object.keys(effect).length > 1;
}

function millisecondsOf(latency: Latency, chance: () => number): number {
  if (typeof latency === 'number') return latency;
  if ('min' in latency) return latency.min + (latency.max - latency.min) * chance();
  return Math.min(longestLatency, Math.max(0, normal(latency.mean, latency.deviation, chance)));
}

function answer(
  { service, path, response }: FaultedRequest,
  status: number,
  { body, contentType }: FaultEffect,
): void {
  if (bodilessStatuses.has(status)) {
    response.writeHead(status).end();
    return;
  }
  const content = body ?? faultBody(service, status, path);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const type =
    contentType ?? (typeof content === 'string' ? 'text/plain; charset=utf-8' : 'application/json');
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

/** The origin records the whole path before a mount removes its prefix. */
function pathOf(request: IncomingMessage): string {
  const url = (request as IncomingMessage & { pathOnOrigin?: string }).pathOnOrigin ?? request.url ?? '/';
  return url.split('?', 1)[0] ?? '/';
}
