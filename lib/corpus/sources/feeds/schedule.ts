import type { NotAFeed } from './types';

const minute = 60_000;
const hour = 60 * minute;

/** How often a feed is asked, and how long it is left alone at most. */
export const rhythm = {
  usual: hour,
  longest: 24 * hour,
  /** A server may ask for more than a day, up to this. */
  longestRetryAfter: 7 * 24 * hour,
  /** Times are spread by this share either way, so that a server is not asked by all readers at once. */
  jitter: 0.2,
} as const;

/** Why a feed gives nothing new at the moment. */
export type FeedTrouble =
  | { kind: 'http'; code: number }
  | { kind: 'unreachable' | 'too-slow' | 'too-large' | 'moved' | 'gone' | 'not-granted' | 'not-kept' }
  | { kind: 'not-a-feed'; because: NotAFeed };

/** What came of asking a feed once. */
export type Asking =
  | { status: 'well' }
  | { status: 'trouble'; trouble: FeedTrouble; retryAfter: string | null };

/** When a feed is asked; moments in ms since 1970. */
export interface FeedClock {
  /** When it is due; `null` while it is left alone until the reader does something. */
  next: number | null;
  /** Last time it gave an answer that could be used. */
  worked: number | null;
  /** Times in a row that it did not. */
  failures: number;
  trouble: FeedTrouble | null;
}

/** Of a feed that was never asked: it is due. */
export const newClock: FeedClock = { next: 0, worked: null, failures: 0, trouble: null };

/**
 * The schedule: what a feed's clock says after it was asked. Well: again in an hour. Trouble: after 1, 2, 4 … 24 hours, and not
 * before the server's own Retry-After. Gone (410), or not granted any more: not before the reader says so. Moved: once a day,
 * because the move may be undone.
 *
 * @param random 0 to 1, for the jitter.
 */
export function afterAsking(clock: FeedClock, asking: Asking, now: number, random: number): FeedClock {
  const spread = 1 + rhythm.jitter * (2 * random - 1);
  if (asking.status === 'well')
    return { next: now + Math.round(rhythm.usual * spread), worked: now, failures: 0, trouble: null };
  const { trouble, retryAfter } = asking;
  const failures = clock.failures + 1;
  const troubled = { ...clock, failures, trouble };
  if (trouble.kind === 'gone' || trouble.kind === 'not-granted') return { ...troubled, next: null };
  const doubled = rhythm.usual * 2 ** Math.min(failures - 1, 10);
  const wait = trouble.kind === 'moved' ? rhythm.longest : Math.min(doubled, rhythm.longest);
  return { ...troubled, next: now + Math.max(Math.round(wait * spread), waitAsked(retryAfter, now)) };
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; 0 where it asks for nothing that can be read. */
function waitAsked(header: string | null, now: number): number {
  const value = header?.trim() ?? '';
  if (value === '') return 0;
  const ms = /^\d{1,10}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), rhythm.longestRetryAfter) : 0;
}

/**
 * Whether a feed is to be asked now. A time further off than any this schedule gives comes from a clock that was wrong, and
 * holds no longer.
 */
export function isDue({ next }: FeedClock, now: number): boolean {
  return next !== null && (next <= now || next > now + rhythm.longestRetryAfter * (1 + rhythm.jitter));
}

/** Waking waits this long beyond the first feed that is due, for the others that are due about then. */
const gathering = 5 * minute;

/** When to wake next for these feeds, never sooner than a minute; `null` when none waits for anything. */
export function nextWake(clocks: readonly FeedClock[], now: number): number | null {
  if (clocks.some((clock) => isDue(clock, now))) return now + minute;
  const times = clocks.map(({ next }) => next).filter((next) => next !== null);
  return times.length === 0 ? null : Math.max(Math.min(...times) + gathering, now + minute);
}
