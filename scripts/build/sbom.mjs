// The bill of materials of the bundled packages, as CycloneDX 1.6. The same sources give the same text.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * @param {string} root the repository
 * @param {readonly import('./bundled-packages.mjs').BundledPackage[]} packages whose code is in dist/
 * @returns {string} JSON
 */
export function billOfMaterials(root, packages) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const components = packages.map((one) =>
    component(one, lock[relative(root, one.folder).replaceAll(sep, '/')]),
  );
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...component(own, undefined), type: 'application' } },
    components,
    dependencies: [
      { ref: purl(own), dependsOn: components.map((one) => one['bom-ref']) },
      ...components.map((one) => ({ ref: one['bom-ref'] })),
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function component({ name, version, license }, locked) {
  const [scope, plain] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purl({ name, version }),
    ...(scope !== undefined && { group: scope }),
    name: plain,
    version,
    ...(license !== undefined && { licenses: [licenceOf(license)] }),
    purl: purl({ name, version }),
    ...(locked?.integrity !== undefined && { hashes: [hashOf(locked.integrity)] }),
  };
}

/** One licence by its SPDX id, or several as an expression. */
function licenceOf(license) {
  return / (?:AND|OR|WITH) /.test(license)
    ? { expression: license.replace(/^\((.*)\)$/, '$1') }
    : { license: { id: license } };
}

/** `sha512-<base64>` of a lock file is the hash of the package as the registry has it. */
function hashOf(integrity) {
  const [algorithm, digest] = integrity.split('-');
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}
