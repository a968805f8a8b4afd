import type { Static } from 'typebox';
import type { faultEffect, faultMatch, faultRequest, latency } from './faults.schema.ts';

/** Which requests a fault applies to: every given member must match. */
export type FaultMatch = Static<typeof faultMatch>;

/** Milliseconds: the same each time, evenly between two, or normally distributed and never below zero. */
export type Latency = Static<typeof latency>;

/** What happens to a request that a fault applies to; several may be given and happen together. */
export type FaultEffect = Static<typeof faultEffect>;

/** A fault as it is asked for. */
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
