import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import type { Evidence, GraphqlVersion, Variant } from './elements.ts';
import { apiVersions, majorVersion, parseRange, VersionRangeError } from '../versions.ts';

/** Directives of the annotated document that are not served. */
export const annotationNames: ReadonlySet<string> = new Set(['versions', 'evidence', 'pages', 'variant']);

/** Thrown for an annotated document that contradicts itself. */
export class ContractDocumentError extends Error {
  /**
   * @param coordinate the element, such as `Customer.id`
   * @param line in the document, from 1
   */
  constructor(
    readonly coordinate: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${coordinate} (line ${line}): ${problem}`);
  }
}

/** The values of an enclosing element, for annotations that leave them out. */
export interface Enclosing {
  readonly versions: readonly GraphqlVersion[];
  readonly evidence?: Evidence;
}

/** The annotations of one element, as its directives state them. */
export class Annotations {
  readonly #directives: readonly ConstDirectiveNode[];

  constructor(
    readonly coordinate: string,
    readonly line: number,
    directives: readonly ConstDirectiveNode[] | undefined,
  ) {
    this.#directives = directives ?? [];
  }

  /** `@versions`, or the enclosing element's versions */
  versions(enclosing: Enclosing): readonly GraphqlVersion[] {
    const range = this.#argument('versions', 'in');
    return range === undefined ? enclosing.versions : this.#range(range);
  }

  /**
   * `@evidence`, or the enclosing element's evidence limited to the element's versions
   * @throws ContractDocumentError if neither states anything
   */
  evidence(versions: readonly GraphqlVersion[], enclosing: Enclosing): Evidence {
    const own = this.#named('evidence')[0];
    if (!own) {
      if (!enclosing.evidence) throw this.error('has no @evidence');
      return limited(enclosing.evidence, versions);
    }
    const list = (name: string) => this.#optionalRange(textArgument(own, name));
    return {
      documented: list('documented'),
      seen: list('seen'),
      inferred: list('inferred'),
      untyped: list('untyped'),
    };
  }

  /** `@variant`, in the order of the document */
  variants(): Variant[] {
    return this.#named('variant').map((directive) => {
      const type = textArgument(directive, 'type');
      const deprecated = textArgument(directive, 'deprecated');
      return {
        versions: this.#range(textArgument(directive, 'in') ?? ''),
        ...(type === undefined ? {} : { type }),
        ...(deprecated === undefined ? {} : { deprecated }),
      };
    });
  }

  /** `@pages` */
  pages(): { pages: string[]; complete: GraphqlVersion[]; scalars: GraphqlVersion[] } {
    return {
      pages: this.#list('pages', 'of'),
      complete: this.#optionalRange(this.#argument('pages', 'complete')),
      scalars: this.#optionalRange(this.#argument('pages', 'scalars')),
    };
  }

  /** The reason of the element's own `@deprecated`, which holds in all its versions. */
  deprecated(): string | undefined {
    return this.#argument('deprecated', 'reason');
  }

  /** Roles of all `@authorize` directives. */
  roles(): string[] {
    return this.#list('authorize', 'roles');
  }

  error(problem: string): ContractDocumentError {
    return new ContractDocumentError(this.coordinate, this.line, problem);
  }

  #named(name: string): readonly ConstDirectiveNode[] {
    return this.#directives.filter((one) => one.name.value === name);
  }

  #argument(directive: string, name: string): string | undefined {
    const [own] = this.#named(directive);
    return own && textArgument(own, name);
  }

  #list(directive: string, name: string): string[] {
    return this.#named(directive).flatMap((one) => {
      const value = one.arguments?.find((argument) => argument.name.value === name)?.value;
      return value?.kind === Kind.LIST ? value.values.flatMap(textOf) : [];
    });
  }

  #optionalRange(range: string | undefined): GraphqlVersion[] {
    return range === undefined ? [] : this.#range(range);
  }

  #range(range: string): GraphqlVersion[] {
    try {
      const versions = parseRange(range);
      if (majorVersion(versions[0] ?? '') !== 'v2')
        throw new VersionRangeError(`'${range}' is not a range of version 2`);
      return apiVersions.v2.filter((version) => versions.includes(version));
    } catch (error) {
      throw error instanceof VersionRangeError ? this.error(error.message) : error;
    }
  }
}

function limited(evidence: Evidence, versions: readonly GraphqlVersion[]): Evidence {
  const within = (list: readonly GraphqlVersion[]) => list.filter((version) => versions.includes(version));
  return {
    documented: within(evidence.documented),
    seen: within(evidence.seen),
    inferred: within(evidence.inferred),
    untyped: [],
  };
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && textOf(value)[0];
}

function textOf(value: ConstValueNode): string[] {
  return value.kind === Kind.STRING ? [value.value] : [];
}
