/** How to make a program, a language or a system trust a certificate file. */
export interface TrustRecipe {
  name: string;
  lines: (file: string) => readonly string[];
}

/**
 * The output of `ca trust-help`. A bundle contains the system's own certificates and ours; `exec --real-hosts` makes
 * one.
 */
export const trustRecipes: readonly TrustRecipe[] = [
  { name: 'Node', lines: (file) => [`NODE_EXTRA_CA_CERTS="${file}" node app.js`] },
  { name: 'curl', lines: (file) => [`curl --cacert "${file}" https://api.jtl-cloud.com/erp/info`] },
  {
    name: 'PHP',
    lines: (file) => [
      `php -d curl.cainfo="${file}" -d openssl.cafile="${file}" app.php`,
      `Guzzle: new Client(['verify' => '${file}'])`,
    ],
  },
  {
    name: 'Python',
    lines: (file) => [
      `requests: REQUESTS_CA_BUNDLE="${file}" python app.py`,
      `urllib, httpx: SSL_CERT_FILE="${file}" python app.py`,
    ],
  },
  {
    name: '.NET',
    lines: (file) => [
      `Linux, macOS: SSL_CERT_FILE="${file}" dotnet run (replaces the system's certificates; name a bundle to keep them)`,
      'Windows: jtl-emulator ca trust',
    ],
  },
  {
    name: 'Java',
    lines: (file) => [
      `keytool -importcert -noprompt -alias jtl-emulator -file "${file}" -keystore jtl-emulator.p12 -storetype PKCS12 -storepass changeit`,
      'java -Djavax.net.ssl.trustStore=jtl-emulator.p12 -Djavax.net.ssl.trustStorePassword=changeit -jar app.jar',
      'behind --proxy-port: also -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=PORT',
    ],
  },
  {
    name: 'Chrome, Edge, Safari',
    lines: () => ["trust what the system trusts: jtl-emulator ca trust (Chrome on Linux: see 'NSS')"],
  },
  {
    name: 'NSS (Chrome on Linux, Firefox)',
    lines: (file) => [`certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n jtl-emulator -i "${file}"`],
  },
  {
    name: 'Debian, Ubuntu (and their images)',
    lines: (file) => [
      `cp "${file}" /usr/local/share/ca-certificates/jtl-emulator.crt && update-ca-certificates`,
    ],
  },
  {
    name: 'Alpine images',
    lines: (file) => [
      `apk add ca-certificates; cp "${file}" /usr/local/share/ca-certificates/jtl-emulator.crt && update-ca-certificates`,
    ],
  },
];

/** A step of `ca trust`: a file to copy, or a program to run. */
export type TrustStep = { copyTo: string } | { run: readonly [program: string, ...args: string[]] };

/** A system whose certificate store `ca trust` can change. */
export interface TrustStore {
  platform: NodeJS.Platform;
  /** Folder that distinguishes this system from others of its platform; undefined if there are no others. */
  folder?: string;
  steps: (file: string, home: string) => readonly TrustStep[];
}

/** The certificate stores of `ca trust`; the first that matches is used. */
export const trustStores: readonly TrustStore[] = [
  {
    platform: 'linux',
    folder: '/usr/local/share/ca-certificates',
    steps: () => [
      { copyTo: '/usr/local/share/ca-certificates/jtl-emulator.crt' },
      { run: ['update-ca-certificates'] },
    ],
  },
  {
    platform: 'linux',
    folder: '/etc/pki/ca-trust/source/anchors',
    steps: () => [
      { copyTo: '/etc/pki/ca-trust/source/anchors/jtl-emulator.pem' },
      { run: ['update-ca-trust', 'extract'] },
    ],
  },
  {
    platform: 'darwin',
    steps: (file, home) => [
      {
        run: [
          'security',
          'add-trusted-cert',
          '-r',
          'trustRoot',
          '-k',
          `${home}/Library/Keychains/login.keychain-db`,
          file,
        ],
      },
    ],
  },
  { platform: 'win32', steps: (file) => [{ run: ['certutil', '-user', '-addstore', 'Root', file] }] },
];
