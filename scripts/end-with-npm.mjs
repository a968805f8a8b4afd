// Loaded first by what `npm start` and `npm run example` run. npm hands a signal to the shell that runs its script; the
// shell ends, and the program it runs would stay behind without anybody to end it.
const shell = process.ppid;

setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
}, 250).unref();
