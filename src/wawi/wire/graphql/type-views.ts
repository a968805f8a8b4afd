import type { GraphqlSchemas } from '../../contract/generated/graphql-types.ts';
import { viewsOf, type NamedViews } from '../views/named-views.ts';

/** GraphQL type -> view. */
export type TypeViews = NamedViews<GraphqlSchemas>;

/** A view of one GraphQL type, or of several that are shown alike. */
export const typeView = viewsOf<GraphqlSchemas>();
