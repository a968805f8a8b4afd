import type { Area } from '../../wire/area.ts';
import { systemMutations } from './graphql/mutations.ts';
import { fileBindingsV2 } from './rest/files.ts';
import { status } from './rest/status.ts';
import { systemBindingsV1 } from './rest/v1.ts';
import { systemBindingsV2 } from './rest/v2.ts';
import { processKinds } from './schema/processes.ts';
import { systemKinds } from './schema/system.ts';
import { systemViewsV1 } from './views/v1.ts';
import { systemViewsV2 } from './views/v2.ts';

/** Workers, workflows, files, users, scopes and the status of the Wawi. */
export const system: Area = {
  kinds: { ...processKinds, ...systemKinds },
  v1: {
    bindings: systemBindingsV1,
    views: systemViewsV1,
  },
  v2: {
    bindings: { ...fileBindingsV2, 'GET /info': status, 'HEAD /info': status, ...systemBindingsV2 },
    views: systemViewsV2,
  },
  graphql: {
    mutations: systemMutations,
  },
};
