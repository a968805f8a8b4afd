import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { X509Certificate, randomBytes, randomUUID, webcrypto } from 'node:crypto';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UnusableFolder } from '../../platform/persistence/unusable-folder.ts';
import { readIfPresent } from '../../platform/read-if-present.ts';

/** A key and a certificate, PEM. */
export interface KeyPair {
  key: string;
  cert: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;
/** Browsers refuse server certificates that are valid for more than 398 days. */
const serverDays = 397;
const authorityDays = 3650;

x509.cryptoProvider.set(webcrypto as Crypto);

/** Names of the platform's hosts, all stages, and of this machine. */
export const certificateHosts: readonly string[] = [
  ...['auth', 'id', 'api', 'hub', 'erp', 'partner'].flatMap((service) =>
    ['', 'dev.', 'qa.', 'beta.'].map((stage) => `${service}.${stage}jtl-cloud.com`),
  ),
  'localhost',
];
const addresses = ['127.0.0.1', '::1'];

/** A local certificate authority. It is made once per folder, so that users need to trust it only once. */
export class Authority {
  private constructor(
    /** The authority's certificate file, which clients trust. */
    readonly certificateFile: string,
    private readonly pair: KeyPair,
  ) {}

  /** The authority's certificate, PEM. */
  get certificate(): string {
    return this.pair.cert;
  }

  /**
   * Opens the authority of a folder, and makes it if the folder has none or an expired one. Several processes may do so
   * at the same time and get the same one.
   * @param folder kept private: the key file gets mode 600
   * @param now epoch milliseconds on the machine's clock, by which other programs check certificates
   * @throws UnusableFolder if the folder cannot be written
   */
  static async open(folder: string, now = Date.now()): Promise<Authority> {
    try {
      const pair = await openPair(join(folder, 'ca-key.pem'), now);
      const certificateFile = join(folder, 'ca.pem');
      if ((await readIfPresent(certificateFile)) !== pair.cert) {
        await writeAtomically(certificateFile, pair.cert, 0o644);
      }
      return new Authority(certificateFile, pair);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new UnusableFolder(
        folder,
        `cannot keep the local certificate authority (${code ?? message}); choose a folder that can be written with --data-dir`,
      );
    }
  }

  /**
   * @param names further host names, such as a container's
   * @returns a new key with a certificate chain for the platform's hosts and this machine
   */
  async issueServerCertificate(names: readonly string[] = [], now = Date.now()): Promise<KeyPair> {
    const authority = new x509.X509Certificate(this.pair.cert);
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: randomBytes(16).toString('hex'),
      subject: 'CN=JTL platform emulator',
      issuer: authority.subject,
      notBefore: new Date(now - dayMs),
      notAfter: new Date(now + serverDays * dayMs),
      publicKey: keys.publicKey,
      signingKey: await importKey(this.pair.key),
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([
          ...[...certificateHosts, ...names].map((value) => ({ type: 'dns' as const, value })),
          ...addresses.map((value) => ({ type: 'ip' as const, value })),
        ]),
        await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
      ],
    });
    return {
      key: await exportKey(keys.privateKey),
      cert: `${certificate.toString('pem')}\n${this.pair.cert}`,
    };
  }
}

/**
 * Key and certificate are in one file, which is linked into place: neither exists without the other, and of several
 * processes that make one at the same time the first wins.
 */
async function openPair(file: string, now: number): Promise<KeyPair> {
  const kept = pairOf(await readIfPresent(file));
  if (kept !== undefined && lastsLongEnough(kept, now)) return kept;
  const made = await newAuthority(now);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(join(dirname(file), '.gitignore'), '*\n');
  const text = `${made.key}\n${made.cert}\n`;
  if (kept !== undefined) {
    await writeAtomically(file, text, 0o600);
    return made;
  }
  const temporary = `${file}.${randomUUID()}.tmp`;
  await writeFile(temporary, text, { mode: 0o600 });
  try {
    await link(temporary, file);
    return made;
  } catch (error) {
    const existing = pairOf(await readIfPresent(file));
    if (existing === undefined) throw error;
    return existing;
  } finally {
    await rm(temporary, { force: true });
  }
}

function pairOf(text: string | undefined): KeyPair | undefined {
  const [key, cert] = text?.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? [];
  return key === undefined || cert === undefined ? undefined : { key, cert };
}

function lastsLongEnough({ cert }: KeyPair, now: number): boolean {
  return Date.parse(new X509Certificate(cert).validTo) > now + serverDays * dayMs;
}

async function newAuthority(now: number): Promise<KeyPair> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: 'CN=JTL platform emulator local CA, O=jtl-platform-emulator',
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + authorityDays * dayMs),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await exportKey(keys.privateKey), cert: certificate.toString('pem') };
}

function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
}

async function exportKey(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(
    await webcrypto.subtle.exportKey('pkcs8', key as webcrypto.CryptoKey),
    'PRIVATE KEY',
  );
}

function importKey(pem: string): Promise<CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  return webcrypto.subtle.importKey('pkcs8', der ?? new ArrayBuffer(0), algorithm, false, [
    'sign',
  ]) as Promise<CryptoKey>;
}

/** A reader never sees half a file, and other users can never read the key. */
async function writeAtomically(file: string, text: string, mode: number): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, file);
}
