import type { GraphqlSchemas } from '../../contract/generated/graphql-types.ts';
import type { Write } from '../views/views.ts';

type InputName = Extract<keyof GraphqlSchemas, `${string}Input`>;

/**
 * Where the fields of one command input go in a draft: a path (`shipping.shippingMethodId`), `.` for the draft itself,
 * a function, or false for a field that is accepted and not kept. A field that is not listed keeps its name.
 */
export type InputView<N extends InputName> = Readonly<
  Partial<Record<keyof GraphqlSchemas[N], string | Write | false>>
>;

/** Input type -> where its fields go. */
export type InputViews = { readonly [N in InputName]?: InputView<N> };

/** The input views by name, as the command reader uses them. */
export type InputTargets = Readonly<Record<string, Readonly<Record<string, string | Write | false>>>>;
