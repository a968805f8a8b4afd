import type { Handler } from '../../../wire/rest/call.ts';

/** How a stage of the contract is called in the list of features. */
const releases: Readonly<Record<string, string>> = { stable: 'Stable', beta: 'Beta', alpha: 'Alpha' };

/** `GET /feature`: the groups of operations that this version offers. */
export const features: Handler = (call) => {
  const groups = new Map<string, string>();
  for (const { tag, stability } of call.contract.operations) if (!groups.has(tag)) groups.set(tag, stability);
  const value = [...groups].map(([feature, stability]) => ({
    feature,
    version: call.operation.version === 'v1' ? 1 : 2,
    release: releases[stability.toLowerCase()] ?? stability,
    isUsable: true,
  }));
  return { value, assumptions: ['feature-list'] };
};

export const printers: Handler = (call) => ({
  value: [...call.data.of('printer').values()].map((printer) => printer.name),
});
