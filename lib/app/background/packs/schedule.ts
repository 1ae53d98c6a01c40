const hour = 3_600_000;
const usual = 24 * hour;
/** Waits are drawn out by up to this share, so that not all readers ask at once. */
const jitter = 0.1;

/** When to look next for a pack's update: a day on, or an hour after a failure, twice as long after each further one. */
export function nextLook(now: Date, failures: number, random: () => number): string {
  const wait = failures === 0 ? usual : Math.min(usual, hour * 2 ** (failures - 1));
  return new Date(now.getTime() + wait * (1 + jitter * random())).toISOString();
}

/** Whether a look is due; one that lies further ahead than any wait was set by a clock that was wrong. */
export function isDue(next: string | null, now: Date): boolean {
  if (next === null) return false;
  const ahead = Date.parse(next) - now.getTime();
  return !(ahead > 0 && ahead <= 2 * usual);
}
