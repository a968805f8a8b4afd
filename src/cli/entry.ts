#!/usr/bin/env node
import { runCli } from './main.ts';

// The reader of the output may close it early (`| head`); every other write error is a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE' && stream !== process.stderr)
      process.stderr.write(`jtl-emulator: the output cannot be written: ${message}\n`);
    process.exit(code === 'EPIPE' ? 0 : 1);
  });
}

// No top-level await: this file is built as CommonJS.
void runCli(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
