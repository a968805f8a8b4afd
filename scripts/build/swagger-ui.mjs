// Swagger UI's files, copied into the package instead of installed beside it: their package brings 12 MB, of which a
// page needs 2, and a script that runs at install.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const texts = ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js'];
const others = [
  ...['favicon-16x16.png', 'favicon-32x32.png', 'oauth2-redirect.html', 'oauth2-redirect.js'],
  ...['swagger-ui-bundle.js.LICENSE.txt', 'swagger-ui-standalone-preset.js.LICENSE.txt'],
];
/** Names a source map, which is not copied: browsers would ask for it in vain. */
const mapReference = /\n(?:\/\/|\/\*)# sourceMappingURL=.*\s*$/;

/**
 * @param {string} dist where the build goes
 * @returns {string} the folder of the package that the files come from
 */
export function copySwaggerUi(dist) {
  const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const to = join(dist, 'swagger-ui');
  mkdirSync(to, { recursive: true });
  for (const file of others) copyFileSync(join(from, file), join(to, file));
  for (const file of texts)
    writeFileSync(join(to, file), readFileSync(join(from, file), 'utf8').replace(mapReference, '\n'));
  return from;
}
