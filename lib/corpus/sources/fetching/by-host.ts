/** What is to be done at a server, and at which. */
export interface HostJob {
  url: string;
}

export interface ByHost {
  /** Most jobs under way at one time; of one host never more than one. */
  atOnce: number;
  /** Least ms between the end of a job and the start of the next one at the same host. */
  pauseMs: number;
  sleep: (ms: number) => Promise<void>;
  /** Looked at before each job: what is not begun by then is left. */
  mayGoOn?: () => boolean;
}

/**
 * Does jobs politely: one after the other at each host, in the order given, a few hosts at once. Resolves when all that were
 * begun have ended; a job that throws ends the run with its error, after those under way.
 */
export async function byHost<Job extends HostJob>(
  jobs: readonly Job[],
  { atOnce, pauseMs, sleep, mayGoOn = () => true }: ByHost,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const hosts = Map.groupBy(jobs, ({ url }) => URL.parse(url)?.host ?? url);
  const waiting = [...hosts.values()].reverse();

  async function serve(): Promise<void> {
    for (let host = waiting.pop(); host !== undefined; host = waiting.pop()) {
      for (const [index, job] of host.entries()) {
        if (!mayGoOn()) return;
        if (index > 0 && pauseMs > 0) await sleep(pauseMs);
        await work(job);
      }
    }
  }

  const served = await Promise.allSettled(Array.from({ length: atOnce }, serve));
  const failed = served.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
