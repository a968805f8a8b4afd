import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../platform/progress.ts';

/** Jobs shorter than this, in milliseconds, show no bar. */
const patienceMs = 300;

/**
 * Bars for longer jobs; each disappears when its job is done.
 * @param terminal must be a terminal with a user
 */
export function progressBars(terminal: NodeJS.WriteStream): Progress {
  return (what, steps) => {
    const began = performance.now();
    let done = 0;
    let bar: SingleBar | undefined;
    return {
      advance: (more = 1) => {
        done += more;
        if (bar === undefined && performance.now() - began > patienceMs) {
          bar = barOn(terminal, what);
          bar.start(steps, done);
        }
        // A job may block timers, so the bar draws itself at each update.
        bar?.update(done);
      },
      end: () => {
        bar?.stop();
      },
    };
  };
}

function barOn(terminal: NodeJS.WriteStream, what: string): SingleBar {
  return new SingleBar(
    {
      stream: terminal,
      format: `${what} {bar} {percentage} %, {eta_formatted} to go`,
      clearOnComplete: true,
      hideCursor: true,
      synchronousUpdate: true,
    },
    Presets.shades_classic,
  );
}
