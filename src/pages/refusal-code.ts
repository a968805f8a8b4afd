/** Refusals that the pages show in the user's language, by the name of the text. */
export type RefusalCode =
  'signedOut' | 'noMember' | 'wawiOffline' | 'unknownRecord' | 'notFound' | 'setupUnreachable' | 'internal';

/** One problem in the refusal of a page endpoint: as in the control API, with a code where users may see it. */
export interface RefusedProblem {
  path: string;
  message: string;
  value?: unknown;
  code?: RefusalCode;
}
