import { expect, it } from 'vitest';
import { maskedPath } from '../../src/platform/masking.ts';

it.each([
  ['/erp/v1/items?pageSize=5&countryCode=DE', '/erp/v1/items?pageSize=5&countryCode=DE'],
  [
    '/oauth2/auth?client_id=a&state=s&code_challenge=c',
    '/oauth2/auth?client_id=a&state=***&code_challenge=c',
  ],
  [
    '/x?code=1&device_code=2&user_code=3&code_verifier=4',
    '/x?code=***&device_code=***&user_code=***&code_verifier=***',
  ],
  [
    '/x?session_token=1&sessionToken=2&password=3&client_assertion=4',
    '/x?session_token=***&sessionToken=***&password=***&client_assertion=***',
  ],
  [
    '/x?app_token=1&appToken=2&jwt=3&Authorization=4',
    '/x?app_token=***&appToken=***&jwt=***&Authorization=***',
  ],
  ['/x?Client_Secret=1&c%6Fde=2&%=3', '/x?Client_Secret=***&c%6Fde=***&%=3'],
  ['https://app.example/hook?key=1#part', 'https://app.example/hook?key=***#part'],
  ['https://anna:geheim@app.example/hook', 'https://anna:***@app.example/hook'],
  ['/users/anna@example.com', '/users/anna@example.com'],
  ['/x?code=', '/x?code=***'],
])('%s is shown as %s', (path, shown) => {
  expect(maskedPath(path)).toBe(shown);
});
