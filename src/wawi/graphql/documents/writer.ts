import type { ViewContext } from '../../projection/views.ts';
import type { SelectedField, Selection, Variables } from './selection.ts';

/** Writes selections of entities as JSON text, remembering the text of entities that have not changed since. */
export class SelectionWriter {
  /** By selection, then entity; valid for one revision of one tenant's data, since tenants share unchanged entities. */
  readonly #remembered = new WeakMap<
    Selection,
    WeakMap<object, { data: object; revision: number; json: string }>
  >();

  /** @returns the JSON text of a value under a field of the root or of a selection */
  value(field: SelectedField, value: unknown, context: ViewContext, variables: Variables): string {
    if (field.list) {
      if (!Array.isArray(value)) return field.nullable && value === null ? 'null' : '[]';
      return `[${value.map((element) => this.#one(field, element, true, context, variables)).join(',')}]`;
    }
    return this.#one(field, value, field.nullable, context, variables);
  }

  #one(
    { leaf, selection }: SelectedField,
    value: unknown,
    nullable: boolean,
    context: ViewContext,
    variables: Variables,
  ): string {
    if (leaf) {
      const shown = leaf(value);
      return typeof shown === 'number' ? String(shown) : JSON.stringify(shown ?? null);
    }
    if (!selection) return 'null';
    // An object that must not be null shows its fields' empty values.
    if (value === undefined || value === null)
      return nullable ? 'null' : this.#object(selection, {}, context, variables);
    const source = selection.from ? selection.from(value, context) : value;
    if (source === undefined || source === null) return 'null';
    return selection.fixed
      ? this.#fixed(selection, value as object, source, context, variables)
      : this.#object(selection, source, context, variables);
  }

  #fixed(
    selection: Selection,
    entity: object,
    source: unknown,
    context: ViewContext,
    variables: Variables,
  ): string {
    // Only what is stored stays the same object from request to request.
    if (!('id' in entity)) return this.#object(selection, source, context, variables);
    let texts = this.#remembered.get(selection);
    if (!texts) this.#remembered.set(selection, (texts = new WeakMap()));
    const { data } = context;
    const known = texts.get(entity);
    if (known && known.data === data && known.revision === data.revision) return known.json;
    const json = this.#object(selection, source, context, variables);
    texts.set(entity, { data, revision: data.revision, json });
    return json;
  }

  #object(selection: Selection, source: unknown, context: ViewContext, variables: Variables): string {
    let json = '';
    for (const field of selection.fields) {
      if (field.when && !field.when(variables)) continue;
      const value = field.read ? field.read(source, context) : undefined;
      json += `${json === '' ? '' : ','}${field.key}${this.value(field, value, context, variables)}`;
    }
    return `{${json}}`;
  }
}
