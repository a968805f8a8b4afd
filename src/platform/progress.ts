/** A long job under way. */
export interface Job {
  /** So many more of its steps are done. */
  advance(steps?: number): void;
  end(): void;
}

/**
 * Begins a job that people may want to watch.
 * @param what in a few words, such as `making big-shop`
 * @param steps how many it has
 */
export type Progress = (what: string, steps: number) => Job;

const unwatched: Job = { advance: () => undefined, end: () => undefined };

/** For when nobody watches. */
export const noProgress: Progress = () => unwatched;

/** Does a job while it is watched; it ends with the work, however that ends. */
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
