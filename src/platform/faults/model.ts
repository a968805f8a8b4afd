/** Which requests a fault applies to: every given member must match. */
export interface FaultMatch {
  /** `identity`, `account`, `erp`, `pages`. */
  service?: string;
  method?: string;
  /** Path on the single origin, without query; `*` stands for a segment, `**` for any number of them. */
  path?: string;
  /** Operation id of the Wawi REST contract. */
  operationId?: string;
  /** GraphQL root field, such as `QueryItems`. */
  field?: string;
  /** Tenant id or slug. */
  tenantId?: string;
  /** App id, slug or client id. */
  appId?: string;
}

/** Milliseconds: the same each time, evenly between two, or normally distributed and never below zero. */
export type Latency = number | { min: number; max: number } | { mean: number; deviation: number };

/** What happens to a struck request; several may be given and happen together. */
export interface FaultEffect {
  /** Answers with this status in place of the service. */
  status?: number;
  /** Body of that answer: text as it is, anything else as JSON; absent: an error in the service's own shape. */
  body?: unknown;
  /** Content type of the answer, the service's own or the fault's. */
  contentType?: string;
  /** Waits before anything else. */
  latency?: Latency;
  /** Resets the connection without an answer. */
  reset?: boolean;
  /** Sends this share of the body (0 to 1, 1 excluded), then cuts the connection. */
  truncate?: number;
  /** Sends the body at so many bytes a second. */
  trickle?: number;
  /** 429 once an app has made so many requests for a tenant within the window of so many seconds. */
  rateLimit?: { limit: number; seconds: number };
  /** The service does its work, and the answer is lost: 504 as when a Wawi goes away in between. */
  disconnect?: boolean;
}

/** A fault as it is asked for. */
export interface FaultRequest {
  match?: FaultMatch;
  effect: FaultEffect;
  /** Number of requests that it applies to before it is removed. Default: no limit. */
  times?: number;
  /** Of striking a request that fits, 0 to 1; absent: always. */
  probability?: number;
  /** Of the sequence of chances; the same seed selects the same requests. */
  seed?: number;
}

/** A fault in force. */
export interface Fault extends FaultRequest {
  id: string;
  match: FaultMatch;
  /** The preset it belongs to. */
  preset?: string;
  /** Number of requests that it applied to. */
  applied: number;
}
