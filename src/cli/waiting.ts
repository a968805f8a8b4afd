/** Calls shorter than this, in milliseconds, show no spinner. */
const patienceMs = 500;

/** Shows that work is in progress once it takes longer than a moment. */
export type Waiting = <T>(work: Promise<T>) => Promise<T>;

/** Without progress output. */
export const justWait: Waiting = (work) => work;

/** @param terminal must be a terminal with a user */
export function spinWhileWaiting(terminal: NodeJS.WriteStream): Waiting {
  return async (work) => {
    let over = false;
    let stop = (): void => undefined;
    const timer = setTimeout(() => {
      void import('yocto-spinner').then(({ default: createSpinner }) => {
        if (over) return;
        const spinner = createSpinner({ text: 'waiting for the emulator', stream: terminal }).start();
        stop = () => spinner.stop();
      });
    }, patienceMs);
    try {
      return await work;
    } finally {
      over = true;
      clearTimeout(timer);
      stop();
    }
  };
}
