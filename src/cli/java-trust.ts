import { X509Certificate, createHash } from 'node:crypto';

/**
 * The settings with which Java reaches the platform's hosts: trusted certificates, the proxy, and hosts without a
 * proxy.
 */
export interface JavaTrust {
  /** File of {@link javaTrustStore}. */
  trustStore: string;
  proxy: { host: string; port: number };
  /** In the form of `NO_PROXY`: names and suffixes, separated by commas. */
  noProxy: string;
}

/** Password of the store. It is not a secret, it only protects the integrity. Java's own store has the same. */
const password = 'changeit';

const magic = 0xfeedfeed;
const version = 2;
const trustedCertificate = 2;

/**
 * A Java key store (JKS) of certificates to trust. Every Java since 1.2 reads this format; a PKCS #12 store would need
 * an attribute of Oracle's to count as trusted.
 * @param pem certificates, one after the other
 */
export function javaTrustStore(pem: string): Buffer {
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const content = Buffer.concat([
    words(magic, version, certificates.length),
    ...certificates.flatMap((text, n) => entry(`certificate-${n}`, new X509Certificate(text).raw)),
  ]);
  const digest = createHash('sha1')
    .update(Buffer.from(password, 'utf16le').swap16())
    .update('Mighty Aphrodite')
    .update(content)
    .digest();
  return Buffer.concat([content, digest]);
}

function entry(alias: string, certificate: Buffer): Buffer[] {
  // Java stores the entry's date as 64 bits of milliseconds; no program reads it.
  return [
    words(trustedCertificate),
    text(alias),
    words(0, 0),
    text('X.509'),
    words(certificate.length),
    certificate,
  ];
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, n) => buffer.writeUInt32BE(value, 4 * n));
  return buffer;
}

function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value, 'latin1')]);
}

/**
 * @param before the current value of `JAVA_TOOL_OPTIONS`
 * @returns `JAVA_TOOL_OPTIONS`, which every Java process that a command starts reads
 */
export function javaOptions({ trustStore, proxy, noProxy }: JavaTrust, before: string | undefined): string {
  const properties = {
    'javax.net.ssl.trustStore': trustStore,
    'javax.net.ssl.trustStoreType': 'JKS',
    'javax.net.ssl.trustStorePassword': password,
    'http.proxyHost': proxy.host,
    'http.proxyPort': proxy.port,
    'https.proxyHost': proxy.host,
    'https.proxyPort': proxy.port,
    'http.nonProxyHosts': noProxy.split(',').map(javaPattern).join('|'),
  };
  const options = Object.entries(properties).map(([name, value]) => quoted(`-D${name}=${value}`));
  return [before, ...options].filter(Boolean).join(' ');
}

/** `NO_PROXY` marks a suffix with a dot in front, Java with an asterisk. */
function javaPattern(name: string): string {
  return name.trim().replace(/^\./, '*.');
}

/** The options are split at spaces, outside of quotation marks. */
function quoted(option: string): string {
  return /\s/.test(option) ? `"${option}"` : option;
}
