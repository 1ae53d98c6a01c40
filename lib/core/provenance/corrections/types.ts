import type { Span, Stamp } from '@/lib/core/article';

export type NoteKind = 'retraction' | 'correction' | 'clarification' | 'update' | 'editors-note';

/** An outlet's own note that its text was changed. */
export interface CorrectionNote {
  kind: NoteKind;
  /** As printed, at most 400 units. */
  line: string;
  span: Span;
}

/** A sentence of an earlier revision that the later one does not have, and what stands for it there; `null`: nothing. */
export interface ChangedSentence {
  before: string;
  after: string | null;
}

/** A held copy that still carries a sentence its origin has changed. */
export interface StaleCopy {
  articleId: string;
  outlet: string | null;
  url: string | null;
  /** Indexes into the changed sentences. */
  sentences: number[];
  /** When the text that was looked at came into the library, or is being read. */
  lastChecked: Stamp;
}

/** What one article changed between two of its revisions, and which copies still have it as it was. */
export interface Correction {
  articleId: string;
  outlet: string | null;
  /** When the earlier text and the later one were seen. */
  before: Stamp;
  after: Stamp;
  changes: ChangedSentence[];
  stale: StaleCopy[];
}

/** The correction trail of a page: its notes, and what it or an article it shares text with has changed. */
export interface CorrectionTrail {
  notes: CorrectionNote[];
  corrections: Correction[];
}
