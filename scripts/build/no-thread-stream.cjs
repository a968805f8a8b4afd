// Stands in for pino's worker threads: the emulator writes its log on the thread it runs on, and a worker would need
// files of its own beside the bundle.
module.exports = function NoThreadStream() {
  throw new Error('this build of pino has no transports; pass a stream');
};
