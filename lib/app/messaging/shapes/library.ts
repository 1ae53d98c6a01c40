import type {
  Condemned,
  LibraryCounts as Counts,
  Health,
  Lost,
  RetentionRule,
  SearchFilter,
} from '@/lib/corpus/store';

export type { RetentionRule, SearchFilter };

export interface LibraryCounts extends Counts {
  /** Set when the browser lost the library. */
  lost?: Lost | null;
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

/** What a rule would take out; days are ISO. */
export type RetentionPreview = Omit<Condemned, 'refs'>;

/** What lies in the library, counted row by row, and what of it cannot be read. */
export type LibraryHealth = Omit<Health, 'blocks' | 'logRecords'>;
