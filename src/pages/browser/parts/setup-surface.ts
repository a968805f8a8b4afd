import type { AppView } from '../../app-view.ts';
import { call } from './api.ts';
import { AppFrame } from './app-frame.ts';
import type { FrameWatcher } from './app-frame.ts';
import { element, notice } from './dom.ts';
import { text } from './texts.ts';

/**
 * Shows an app's setup page until it calls `setupCompleted`, which completes the installation.
 * @param done runs once the installation is complete
 * @returns the frame; undefined when the app has no setup page
 */
export function showSetup(
  place: HTMLElement,
  app: AppView,
  tenantId: string,
  watcher: FrameWatcher,
  done: () => void,
): AppFrame | undefined {
  place.append(element('h2', {}, `${text('setupOf')}: ${app.name}`));
  if (app.setupUrl === undefined) {
    place.append(notice('info', text('setupMissing')));
    return undefined;
  }
  const frame = new AppFrame(
    {
      app,
      tenantId,
      surface: 'setup',
      url: app.setupUrl,
      title: `${app.name}: ${text('setupOf')}`,
      async setupCompleted() {
        await call('PATCH', `tenants/${tenantId}/apps/${app.id}/installation`, { status: 'SETUP_COMPLETED' });
        done();
      },
    },
    watcher,
  );
  place.append(frame.element);
  return frame;
}
