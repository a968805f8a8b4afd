import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { rootCertificates } from 'node:tls';
import { pathToFileURL } from 'node:url';
import type { Listeners } from '../server/listeners.ts';
import { packageRoot } from '../platform/package-root.ts';
import { javaOptions, javaTrustStore } from './java-trust.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of this machine, which need no proxy. */
const ownNames = 'localhost,127.0.0.1,::1,[::1]';

/** Addresses of the platform's real hosts, for apps that read them from variables. */
const realAddresses = {
  JTL_API_BASE: 'https://api.jtl-cloud.com',
  JTL_AUTH_BASE: 'https://auth.jtl-cloud.com',
  VITE_JTL_API_BASE: 'https://api.jtl-cloud.com',
};

/**
 * The environment in which a command uses the platform's real hosts and the emulator answers: through `./register` for
 * Node, through the proxy for other programs, with the emulator's certificate trusted in addition to the system's.
 * @param before the command's environment; its values of these variables are kept where they can be combined
 * @returns the variables that change
 */
export async function realHostsEnvironment(
  listeners: Listeners,
  before: Environment,
): Promise<Record<string, string>> {
  const ca = resolve(listeners.authority.certificateFile);
  const folder = join(ca, '..');
  const bundle = join(folder, 'ca-bundle.pem');
  const trusted = await bundleWith(listeners.authority.certificate, before['SSL_CERT_FILE']);
  const trustStore = join(folder, 'ca-bundle.jks');
  await Promise.all([writeFile(bundle, trusted), writeFile(trustStore, javaTrustStore(trusted))]);
  const proxy = { host: '127.0.0.1', port: listeners.proxyPort ?? 0 };
  const proxyUrl = `http://${proxy.host}:${proxy.port}`;
  const noProxy = [before['NO_PROXY'] ?? before['no_proxy'], ownNames].filter(Boolean).join(',');
  const register = pathToFileURL(join(packageRoot, 'dist', 'register.js')).href;
  return {
    ...realAddresses,
    NODE_OPTIONS: [before['NODE_OPTIONS'], `--import ${register}`].filter(Boolean).join(' '),
    NODE_EXTRA_CA_CERTS: ca,
    ...both('HTTPS_PROXY', proxyUrl),
    ...both('HTTP_PROXY', proxyUrl),
    ...both('NO_PROXY', noProxy),
    JAVA_TOOL_OPTIONS: javaOptions({ trustStore, proxy, noProxy }, before['JAVA_TOOL_OPTIONS']),
    SSL_CERT_FILE: bundle,
    CURL_CA_BUNDLE: bundle,
    REQUESTS_CA_BUNDLE: bundle,
    PHP_INI_SCAN_DIR: `${before['PHP_INI_SCAN_DIR'] ?? ''}${delimiter}${await phpSettings(folder, bundle)}`,
  };
}

/** Some programs read the upper-case name, some the lower-case one. */
function both(name: string, value: string): Record<string, string> {
  return { [name]: value, [name.toLowerCase()]: value };
}

/** A file that replaces the system's certificates must contain them, too. */
async function bundleWith(certificate: string, before: string | undefined): Promise<string> {
  const known = before === undefined ? rootCertificates : [await readFile(before, 'utf8')];
  return [...known, certificate, ''].join('\n');
}

/** @returns a folder of PHP settings, read after the system's own */
async function phpSettings(folder: string, bundle: string): Promise<string> {
  const settings = join(folder, 'php');
  await mkdir(settings, { recursive: true });
  await writeFile(
    join(settings, 'jtl-emulator.ini'),
    `curl.cainfo="${bundle}"\nopenssl.cafile="${bundle}"\n`,
  );
  return settings;
}
