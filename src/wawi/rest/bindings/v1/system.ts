import type { Bindings } from '../../call.ts';
import { status } from '../status.ts';

export const systemBindingsV1: Bindings = {
  'GET /info': status,
};
