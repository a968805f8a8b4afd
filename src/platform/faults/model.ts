import type { Static } from 'typebox';
import type { faultEffect, faultMatch, faultRequest, latency } from './faults.schema.ts';

/** The requests that a fault applies to: every given member must match. */
export type FaultMatch = Static<typeof faultMatch>;

/** Milliseconds: the same each time, evenly between two, or normally distributed and never below zero. */
export type Latency = Static<typeof latency>;

/** The effect of a fault on a request; several members may be given and apply together. */
export type FaultEffect = Static<typeof faultEffect>;

/** A request to put a fault in force. */
export type FaultRequest = Static<typeof faultRequest>;

/** A fault in force. */
export interface Fault extends FaultRequest {
  id: string;
  match: FaultMatch;
  /** The preset it belongs to. */
  preset?: string;
  /** Number of requests that it applied to. */
  applied: number;
}
