import type { Clock } from '../../tokens/clock.ts';
import type { App } from '../../platform/model.ts';
import type { Registry } from '../../platform/registry.ts';
import type { AppRecord, Breach, Use } from './app-record.ts';
import type { AssumptionUse, ContractRecorder } from './recorder.ts';
import { contractRules, type ContractRuleId } from './rules.ts';

/** The operations that one app used, and its violations. */
export interface AppReport {
  appId: string;
  slug: string;
  name: string;
  calls: number;
  tokenRequests: number;
  operations: Use[];
  graphqlFields: Use[];
  bridge: Use[];
  scopes: { declared: string[]; used: string[]; undeclared: string[]; unneeded: string[] };
  breaches: Breach[];
}

/** The contract report on the apps that used the emulator. */
export interface ContractReport {
  /** ISO 8601. */
  generatedAt: string;
  violations: number;
  advice: number;
  apps: AppReport[];
  /** Answers that rested on assumptions. */
  assumptions: AssumptionUse[];
}

/** This scope allows every operation. */
const everything = 'system.all';

/** @returns the report on all requests since the start or the last clearing */
export function contractReport(recorder: ContractRecorder, registry: Registry, clock: Clock): ContractReport {
  const time = new Date(clock.now()).toISOString();
  const apps = [...recorder.apps].flatMap(([id, record]) => {
    const app = registry.findApp(id);
    return app === undefined ? [] : [appReport(app, record, time)];
  });
  const breaches = apps.flatMap((app) => app.breaches);
  return {
    generatedAt: time,
    violations: breaches.filter((breach) => breach.severity === 'violation').length,
    advice: breaches.filter((breach) => breach.severity === 'advice').length,
    apps,
    assumptions: recorder.assumptions,
  };
}

function appReport(app: App, record: AppRecord, time: string): AppReport {
  const declared = app.manifest.erp.scopes;
  const sets = [...record.scopeSets.values()].filter((set) => set.length > 0);
  const used = new Set(sets.flatMap((set) => set.filter((scope) => declared.includes(scope))));
  const undeclared = sets.filter(
    (set) => !set.some((scope) => declared.includes(scope)) && !declared.includes(everything),
  );
  const unneeded = record.calls === 0 ? [] : declared.filter((scope) => !used.has(scope));
  return {
    appId: app.id,
    slug: app.slug,
    name: app.name,
    calls: record.calls,
    tokenRequests: record.tokenRequests,
    operations: sorted(record.operations),
    graphqlFields: sorted(record.fields),
    bridge: sorted(record.bridge),
    scopes: {
      declared,
      used: [...used].sort(),
      undeclared: undeclared.map((set) => set.join(' or ')),
      unneeded,
    },
    breaches: [...record.breaches, ...lateBreaches(record, undeclared, unneeded, time)],
  };
}

/** Breaches that only the whole run shows. */
function lateBreaches(
  record: AppRecord,
  undeclared: readonly (readonly string[])[],
  unneeded: readonly string[],
  time: string,
): Breach[] {
  const breach = (rule: ContractRuleId, message: string, count = 1): Breach => ({
    rule,
    severity: contractRules[rule].severity,
    message,
    count,
    first: time,
  });
  return [
    ...undeclared.map((set) =>
      breach(
        'scope-undeclared',
        `uses operations that need ${set.join(' or ')}, which its manifest does not ask for`,
      ),
    ),
    ...(unneeded.length === 0
      ? []
      : [
          breach(
            'scope-unneeded',
            `asks for ${unneeded.length} scopes that no call needed: ${unneeded.slice(0, 10).join(', ')}${unneeded.length > 10 ? ', ...' : ''}`,
            unneeded.length,
          ),
        ]),
    ...(record.sessionTokens > 0 && record.sessionChecks === 0
      ? [
          breach(
            'session-not-validated',
            `asked for ${record.sessionTokens} session tokens and fetched no keys to check one`,
            record.sessionTokens,
          ),
        ]
      : []),
  ];
}

function sorted(uses: ReadonlyMap<string, Use>): Use[] {
  return [...uses.values()].sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}
