import type { LibraryState } from './schema';

/**
 * A few words kept outside the database, because Chromium empties a damaged database without an error:
 * only what was remembered elsewhere tells that there was something. Kept in `storage.local` by the extension.
 */
export interface SentinelNote {
  generation: string;
  /** `LibraryState.change` when the note was written. */
  change: number;
  articles: number;
  /** ISO moment of the note. */
  on: string;
  /** A loss the reader has not yet acknowledged. */
  lost: Lost | null;
}

/** The library was lost: how many articles it had, and when they were last known to be there. */
export interface Lost {
  had: number;
  on: string;
}

/** Where the note is kept. `read` gives `null` when there is none. */
export interface Sentinel {
  read(): Promise<SentinelNote | null>;
  write(note: SentinelNote): Promise<void>;
}

/**
 * What the note says against what the database holds: a library that was emptied or went back in time was lost.
 * `dataLoss` is the browser's own word for it; without a note it is all there is, and the number is not known (0).
 */
export function lossOf(
  note: SentinelNote | null,
  state: LibraryState | null,
  dataLoss: boolean,
  now: Date,
): Lost | null {
  if (note?.lost) return note.lost;
  if (note === null) return dataLoss ? { had: 0, on: now.toISOString() } : null;
  if (note.articles === 0) return null;
  const whole = state?.generation === note.generation && state.change >= note.change;
  return whole ? null : { had: note.articles, on: note.on };
}

/** The note to keep after a write. */
export function noteOf(state: LibraryState | null, now: Date, lost: Lost | null): SentinelNote {
  return {
    generation: state?.generation ?? '',
    change: state?.change ?? 0,
    articles: state?.counts.articles ?? 0,
    on: now.toISOString(),
    lost,
  };
}
