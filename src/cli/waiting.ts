/** Who waits no longer than this, in milliseconds, needs no sign of life. */
const patienceMs = 500;

/** Lets people see that something is still under way, once it takes longer than a moment. */
export type Waiting = <T>(work: Promise<T>) => Promise<T>;

/** For when nobody looks. */
export const justWait: Waiting = (work) => work;

/** @param terminal where people look; must be a terminal that is watched */
export function spinWhileWaiting(terminal: NodeJS.WriteStream): Waiting {
  return async (work) => {
    let over = false;
    let stop = (): void => undefined;
    const timer = setTimeout(() => {
      void import('yocto-spinner').then(({ default: createSpinner }) => {
        if (over) return;
        const spinner = createSpinner({ text: 'the emulator is at it', stream: terminal }).start();
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
