import type { AppView } from '../../app-view.ts';
import { call } from './api.ts';
import { AppFrame } from './app-frame.ts';
import type { FramePlace } from './app-frame.ts';
import { element, notice } from './dom.ts';
import { text } from './texts.ts';

/**
 * Shows an app's setup page until it calls `setupCompleted`, which completes the installation.
 * @param done runs once the installation is complete
 * @returns the frame; undefined when the app has no setup page
 */
export function showSetup(
  content: HTMLElement,
  app: AppView,
  place: FramePlace,
  done: () => void,
): AppFrame | undefined {
  content.append(element('h2', {}, `${text('setupOf')}: ${app.name}`));
  if (app.setupUrl === undefined) {
    content.append(notice('info', text('setupMissing')));
    return undefined;
  }
  const frame = new AppFrame(
    {
      app,
      surface: 'setup',
      url: app.setupUrl,
      title: `${app.name}: ${text('setupOf')}`,
      async setupCompleted() {
        await call('PATCH', `tenants/${place.tenantId}/apps/${app.id}/installation`, {
          status: 'SETUP_COMPLETED',
        });
        done();
      },
    },
    place,
  );
  content.append(frame.element);
  return frame;
}
