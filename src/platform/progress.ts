/** A long job in progress. */
export interface Job {
  /** Reports that so many more steps are done. */
  advance(steps?: number): void;
  end(): void;
}

/**
 * Begins a job whose progress may be shown.
 * @param what in a few words, such as `making big-shop`
 * @param steps number of its steps
 */
export type Progress = (what: string, steps: number) => Job;

const unwatched: Job = { advance: () => undefined, end: () => undefined };

/** Without progress output. */
export const noProgress: Progress = () => unwatched;

/** Runs a job with progress; the job ends with the work, also if it fails. */
export async function watched<T>(
  progress: Progress,
  what: string,
  steps: number,
  work: (job: Job) => Promise<T>,
): Promise<T> {
  const job = progress(what, steps);
  try {
    return await work(job);
  } finally {
    job.end();
  }
}
