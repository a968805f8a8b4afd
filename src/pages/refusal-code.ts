/** Refusals that the pages put into words of the user's language, by the name of those words. */
export type RefusalCode =
  'signedOut' | 'noMember' | 'wawiOffline' | 'unknownRecord' | 'notFound' | 'setupUnreachable' | 'internal';

/** One thing a page endpoint refused, on the wire: as the control API has it, and a code where people may see it. */
export interface RefusedProblem {
  path: string;
  message: string;
  value?: unknown;
  code?: RefusalCode;
}
