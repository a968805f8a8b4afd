import { describe, expect, it } from 'vitest';
import { javaOptions } from '../../src/cli/java-trust.ts';

const trust = { trustStore: '/tmp/store.jks', proxy: { host: '127.0.0.1', port: 5851 }, noProxy: '' };

/** `java` itself reads certificates and options in test/exec; here is what it leaves to us. */
describe('JAVA_TOOL_OPTIONS', () => {
  it('keep what stood there, which goes first', () => {
    expect(javaOptions(trust, '-Xmx512m')).toMatch(
      /^-Xmx512m -Djavax\.net\.ssl\.trustStore=\/tmp\/store\.jks /,
    );
  });

  it('put a path with spaces between quotation marks', () => {
    const options = javaOptions({ ...trust, trustStore: '/my projects/store.jks' }, undefined);
    expect(options.split(' -D')[0]).toBe('"-Djavax.net.ssl.trustStore=/my projects/store.jks"');
  });

  it('name hosts without proxy as Java does', () => {
    const options = javaOptions({ ...trust, noProxy: 'localhost,127.0.0.1, .example.com' }, undefined);
    expect(options).toContain('-Dhttp.nonProxyHosts=localhost|127.0.0.1|*.example.com');
  });
});
