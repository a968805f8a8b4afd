import type { EmulatorControl } from '../control/emulator-control.ts';
import type { Mount, Service } from './origin.ts';
import type { BridgeFeed } from '../platform/bridge-feed.ts';
import type { Installer } from '../platform/hooks/installer.ts';
import { once } from '../platform/once.ts';
import type { Outbound } from '../platform/outbound.ts';
import { platformHost } from '../platform/platform-hosts.ts';
import type { Platform } from '../platform/platform.ts';
import type { Wawi } from '../wawi/store/wawi.ts';

/** The parts that the services are built from. */
export interface ServiceParts {
  platform: Platform;
  control: EmulatorControl;
  installer: Installer;
  feed: BridgeFeed;
  /** Requests to apps' servers, which check whether they answer. */
  outbound: Outbound;
  /** Loads the tenants' ERP, which a start does not wait for. */
  wawi: () => Promise<Wawi>;
}

/** The paths of the services on the single origin (platform.md section 1), and how to load them. */
export function mountsOf(parts: ServiceParts): Mount[] {
  const mounts = [...ownMounts(parts), ...platformMounts(parts), ...wawiMounts(parts), ...pageMounts(parts)];
  // Concurrent first requests share one service, because a service remembers writes in progress.
  return mounts.map((mount) => ({ ...mount, load: once(mount.load) }));
}

function ownMounts({ platform, control }: ServiceParts): Mount[] {
  return [
    {
      service: 'control',
      path: '/_emulator/v1',
      stripped: true,
      load: async () => (await import('../control/service.ts')).createControlService(control),
    },
    {
      service: 'control',
      path: '/_emulator',
      stripped: true,
      load: async () => (await import('../control/dashboard.ts')).createDashboard(platform),
    },
    {
      service: 'docs',
      path: '/openapi',
      stripped: true,
      load: async () => (await import('../control/documents/service.ts')).createDocumentsService(platform),
    },
    {
      service: 'docs',
      path: '/docs',
      stripped: true,
      load: async () => (await import('../control/documents/service.ts')).createDocsService(platform),
    },
  ];
}

function platformMounts({ platform }: ServiceParts): Mount[] {
  return [
    {
      service: 'identity',
      path: '/',
      stripped: false,
      load: async () => {
        const { createIdentityService } = await import('../identity/service.ts');
        return withFrontPage(createIdentityService(platform));
      },
    },
    {
      service: 'account',
      path: '/account',
      stripped: true,
      load: async () => (await import('../account/service.ts')).createAccountService(platform),
    },
  ];
}

/** Sends browsers that open the emulator's root to the dashboard; the platform's own hosts answer for themselves. */
function withFrontPage(service: Service): Service {
  return (request, response, next) => {
    const [path] = (request.url ?? '/').split('?', 1);
    const { accept = '', host } = request.headers;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path !== '/' || !isRead || !accept.includes('text/html') || platformHost(host) !== undefined) {
      service(request, response, next);
      return;
    }
    response.writeHead(302, { Location: '/_emulator/', Vary: 'Accept', 'Cache-Control': 'no-store' }).end();
  };
}

function wawiMounts({ platform, wawi }: ServiceParts): Mount[] {
  return [
    {
      service: 'erp',
      path: '/erp',
      stripped: true,
      load: async () => {
        const { createWawiService } = await import('../wawi/service.ts');
        const { handle, warmUp } = createWawiService(platform, await wawi());
        const service: Service = (request, response, next) => {
          handle(request, response).catch(next);
        };
        return Object.assign(service, { warmUp });
      },
    },
    {
      service: 'erp',
      path: '/api',
      stripped: true,
      load: async () => {
        const { createOnPremiseService } = await import('../wawi/on-premise/service.ts');
        const handle = createOnPremiseService(platform, await wawi());
        return (request, response, next) => {
          handle(request, response).catch(next);
        };
      },
    },
  ];
}

function pageMounts({ platform, installer, feed, wawi, outbound }: ServiceParts): Mount[] {
  const load = once(async () => {
    const [{ createPagesService }, { WawiShellData }] = await Promise.all([
      import('../pages/service.ts'),
      import('./shell-data.ts'),
    ]);
    const data = new WawiShellData(platform.registry, wawi);
    return createPagesService({ platform, installer, feed, data, outbound });
  });
  return ['/hub', '/shell', '/partner'].map((path) => ({ service: 'pages', path, stripped: false, load }));
}
