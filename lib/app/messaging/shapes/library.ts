export interface LibraryCounts {
  articles: number;
  headlineOnly: number;
  fingerprintOnly: number;
  /** About what all of it takes on disk, and the same by kind. */
  bytes: number;
  parts: { texts: number; headlines: number; revisions: number; packs: number; fingerprints: number };
  oldest: string | null;
  newest: string | null;
  /** `key` tells two outlets of one name apart; `own`: articles that came otherwise than in a pack. */
  outlets: { outlet: string; key: string; articles: number; own: number }[];
  /** Set when the browser lost the library: how many articles it had, and when they were last known (ISO). */
  lost?: { had: number; on: string } | null;
}

/** What a search of the library is narrowed to; `null` narrows nothing. */
export interface SearchFilter {
  /** Key of an outlet. */
  outlet: string | null;
  /** ISO days, inclusive. */
  from: string | null;
  to: string | null;
  kind: 'text' | 'headline-only' | 'fingerprint-only' | null;
}

export interface LibraryHit {
  ref: number;
  title: string | null;
  outlet: string | null;
  url: string | null;
  published: string | null;
  /** The pack it came with, with which it goes too. */
  pack: string | null;
}

/** When a backup was saved last, and how many articles there are more since. */
export interface BackupNote {
  on: string | null;
  since: number;
  /** Whether it is time for another. */
  due: boolean;
}

/** So many articles at most, none older than so many days; `null` sets no limit. */
interface RetentionLimit {
  articles: number | null;
  days: number | null;
}

/** What the library keeps; articles of packs are not under it. */
export interface RetentionRule {
  overall: RetentionLimit;
  /** By key of the outlet. */
  outlets: Record<string, RetentionLimit>;
  /** Older revisions of each article; `null` keeps all. */
  revisions: number | null;
}

/** What a rule would take out; days are ISO. */
export interface RetentionPreview {
  articles: number;
  revisions: number;
  bytes: number;
  oldest: string | null;
  newest: string | null;
  /** Most first; `null` for articles that state no outlet. */
  outlets: { outlet: string | null; articles: number }[];
}

/** What lies in the library, counted row by row, and what of it cannot be read. */
export interface LibraryHealth {
  articles: number;
  /** Older revisions. */
  superseded: number;
  postings: { keys: number; terms: number };
  /** Deleted articles whose postings are still to be removed. */
  dead: number;
  skipped: { articles: number; texts: number; index: number };
  /** Articles of packs whose fingerprints could not be read when the index was last made anew. */
  lostPrints: number;
  /** Why tidying the index stopped. */
  mergeTrouble: string | null;
}
