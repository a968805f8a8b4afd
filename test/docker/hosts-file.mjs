// Stands in for a network whose name server knows the platform's hosts: what a process sends to them on port 443 goes to
// this machine's port TLS_PORT. Names in URLs, TLS and Host headers are untouched, and so is what the process trusts.
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

const { connect } = tls;
tls.connect = (options, ...more) => {
  const here = /\.jtl-cloud\.com$/.test(options.host ?? '');
  const resolved = {
    ...options,
    host: '127.0.0.1',
    port: Number(process.env.TLS_PORT),
    servername: options.host,
  };
  return connect(here ? resolved : options, ...more);
};
syncBuiltinESMExports();
