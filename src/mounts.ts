import type { EmulatorControl } from './control/emulator-control.ts';
import type { Mount } from './origin.ts';
import type { Platform } from './platform/platform.ts';

/** Where each service lies on the single origin (design.md section 4), and how it is loaded. */
export function mountsOf(platform: Platform, control: EmulatorControl): Mount[] {
  return [
    {
      service: 'control',
      path: '/_emulator/v1',
      stripped: true,
      load: async () => (await import('./control/service.ts')).createControlService(control),
    },
  ];
}
