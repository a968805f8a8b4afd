import type { Problem } from '../problems.ts';

/** The rules for manifests. */
export interface ManifestRules {
  /** Every scope of the platform; unknown ones are refused. */
  knownScopes: ReadonlySet<string>;
  /** Origins of the emulator itself: an app on one of them could reach the host page. */
  ownOrigins: readonly string[];
  /** Treatment of unknown keys; default `ignore`, as on the platform. */
  unknownKeys?: 'ignore' | 'warn' | 'refuse';
  /** Treatment of scopes that the platform does not know; default `refuse`, as on the platform. */
  unknownScopes?: 'warn' | 'refuse';
}

/** All problems and warnings of a manifest, in document order. */
export interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

const localHosts = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * A value in a manifest with its JSON path. Reading never throws: problems are collected, so that one answer can name
 * all of them.
 */
export class ManifestField {
  constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly rules: ManifestRules,
    private readonly findings: Findings,
  ) {}

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** The named property; an absent field if the value is not an object. */
  at(name: string): ManifestField {
    const value = isRecord(this.value) ? this.value[name] : undefined;
    return new ManifestField(value, `${this.path}.${name}`, this.rules, this.findings);
  }

  /** @returns the object, or undefined with a problem recorded for any other value */
  object(): Record<string, unknown> | undefined {
    if (!this.present) return undefined;
    if (isRecord(this.value)) return this.value;
    this.refuse('must be an object');
    return undefined;
  }

  /** @returns one field per element; empty for an absent list, a problem for any other value */
  list(): ManifestField[] {
    if (!this.present) return [];
    if (!Array.isArray(this.value)) {
      this.refuse('must be an array');
      return [];
    }
    return this.value.map(
      (value, index) => new ManifestField(value, `${this.path}[${index}]`, this.rules, this.findings),
    );
  }

  /** @returns the text, or undefined if it is absent or a problem was recorded */
  text(): string | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.refuse('must be a non-empty string');
    return undefined;
  }

  /** @returns the text, or `''` with a problem recorded: a missing field is refused at registration */
  requiredText(): string {
    if (!this.present) this.refuse('is required: a non-empty string');
    return this.text() ?? '';
  }

  flag(): boolean | undefined {
    if (!this.present) return undefined;
    if (typeof this.value === 'boolean') return this.value;
    this.refuse('must be true or false');
    return undefined;
  }

  /** A plain http(s) URL. Local and unencrypted ones get a warning, because production refuses them. */
  url(): string | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
      this.refuse('must be an absolute http:// or https:// URL');
      return undefined;
    }
    if (localHosts.test(url.hostname)) this.warn('points to this machine: works here, not in production');
    else if (url.protocol === 'http:') this.warn('is plain http: works here, production asks for https');
    return text;
  }

  /** A redirect destination, so it must not have a fragment (RFC 6749 section 3.1.2). */
  redirectUri(): string | undefined {
    const text = this.url();
    if (text === undefined) return undefined;
    if (text.includes('#')) this.refuse('must have no fragment: the answer is added to it');
    else if (text.includes('*')) this.warn('is compared as it stands: an asterisk stands for itself alone');
    return text;
  }

  /** URL of a framed page: never on the emulator's own origin, where it could reach the host page. */
  pageUrl(): string | undefined {
    const text = this.url();
    if (text === undefined || !this.rules.ownOrigins.includes(new URL(text).origin)) return text;
    this.refuse("must not be on the emulator's own origin: serve the app from a port of its own");
    return undefined;
  }

  requiredPageUrl(): string {
    if (!this.present) this.refuse('is required: an absolute http:// or https:// URL');
    return this.pageUrl() ?? '';
  }

  /** @returns the scopes of a list that the platform has */
  scopes(): string[] {
    const read = this.list().map((field) => {
      const scope = field.requiredText();
      if (scope !== '' && !this.rules.knownScopes.has(scope)) {
        const message = unknownScope(scope, this.rules.knownScopes);
        if (this.rules.unknownScopes === 'warn') field.warn(message);
        else field.refuse(message);
      }
      return scope;
    });
    return [...new Set(read)];
  }

  refuse(message: string): void {
    this.findings.problems.push(this.#finding(message));
  }

  warn(message: string): void {
    this.findings.warnings.push(this.#finding(message));
  }

  #finding(message: string): Problem {
    return { path: this.path, message, ...(this.value === undefined ? {} : { value: this.value }) };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownScope(scope: string, known: ReadonlySet<string>): string {
  const resource = scope.split('.')[0]?.toLowerCase() ?? '';
  const near = [...known].filter(
    (one) => one.toLowerCase() === scope.toLowerCase() || one.split('.')[0] === resource,
  );
  const hint =
    near.length > 0
      ? `known: ${near.slice(0, 6).join(', ')}`
      : 'examples are items.read and salesorders.write';
  return `must be a scope the platform knows; ${hint}`;
}
