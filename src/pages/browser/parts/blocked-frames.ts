import { call } from './api.ts';
import { notice } from './dom.ts';
import { text } from './texts.ts';

/**
 * Shows and reports what the page's own policy keeps out of its frames, such as the sign-in page that an app's page leads
 * to: the browser says so in its console only (Content Security Policy level 3, section 5).
 * @param content where the remark is shown
 */
export function watchBlockedFrames(tenantId: string, content: HTMLElement): void {
  const seen = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI: url }) => {
    if (effectiveDirective !== 'frame-src' || seen.has(url)) return;
    seen.add(url);
    content.prepend(notice('warn', `${text('frameBlocked')} ${url}`, text('frameBlockedHint')));
    void call('POST', `tenants/${tenantId}/app-pages/blocked`, { url }).catch(() => undefined);
  });
}
