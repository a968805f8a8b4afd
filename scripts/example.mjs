// `npm run example`: runs the hello app against the emulator that `npm start` runs. The app itself knows nothing of the
// emulator; its environment variables come from here, as a deployment would set them.
const emulator = process.env.JTL_EMULATOR_URL ?? 'http://127.0.0.1:5850';

const answer = await fetch(`${emulator}/_emulator/v1/apps/hello-world/environment`).catch(() => undefined);
if (!answer?.ok) {
  console.error(`no emulator at ${emulator}; start one with 'npm start'`);
  process.exit(3);
}
Object.assign(process.env, await answer.json());
await import('../examples/hello-app/server.js');
