import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../platform/progress.ts';

/** Who waits no longer than this, in milliseconds, needs no bar. */
const patienceMs = 300;

/**
 * Bars for jobs that take longer than a moment; gone again when the job is done.
 * @param terminal where people look; must be a terminal that is watched
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
        // Jobs may leave no time for timers: the bar draws itself as it is told.
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
