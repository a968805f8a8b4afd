import type { V1Schemas, V2Schemas } from '../../contract/generated/rest-schemas.ts';
import { viewsOf, type NamedViews } from '../views/named-views.ts';

/** Schema of REST v1 -> view. */
export type V1Views = NamedViews<V1Schemas>;

/** The schemas of REST v2 under the names of the document, which writes properties with a capital. */
type DocumentNames<T> = {
  [N in keyof T]: { [F in keyof T[N] & string as Capitalize<F>]: T[N][F] };
};

/** Schema of REST v2 -> view. */
export type V2Views = NamedViews<DocumentNames<V2Schemas>>;

/** A view of one schema of REST v1, or of several that are shown alike. */
export const v1View = viewsOf<V1Schemas>();

/** A view of one schema of REST v2, or of several that are shown alike. */
export const v2View = viewsOf<DocumentNames<V2Schemas>>();
