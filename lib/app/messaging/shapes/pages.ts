import type { Article, NotAnArticle } from '@/lib/core/article';
import type { HeldArticle } from '@/lib/core/matching/types';
import type { Credit, PageAnatomy } from '@/lib/core/provenance/types';
import type { ReportOutcome } from '@/lib/core/report/types';

/** What the toolbar popup shows for a tab: seven states, told apart by icon shape and words. */
export type TabStatus =
  | { state: 'off-here'; host: string }
  | { state: 'no-access'; host: string }
  | { state: 'not-an-article'; because: NotAnArticle }
  | { state: 'checking' }
  | { state: 'none'; outcome: ReportOutcome }
  | { state: 'found'; outcome: ReportOutcome; outlets: number }
  | { state: 'error'; message: string };

export interface HeldPage {
  id: string;
  title: string | null;
  outlet: string | null;
  url: string | null;
  words: number;
  heldAt: string;
}

/** What a column of text says of the article above it. */
export type ComparedArticle = Pick<
  HeldArticle,
  'outlet' | 'title' | 'published' | 'language' | 'completeness' | 'held'
>;

/** A tab's report with both texts, for one article. */
export interface ComparedTexts {
  outcome: ReportOutcome;
  here: string;
  /** `null` where no text of it is held. */
  there: string | null;
  /** A page the reader holds, of which the report says nothing; `null` for a match of the report. */
  unmatched: ComparedArticle | null;
}

/** A text whose telling is compared, with what is known of whose words it is made of. */
export interface ToldText {
  article: Article;
  /** Read with the page; `null` for a held text, whose credit lines are kept. */
  anatomy: PageAnatomy | null;
  credits: Credit[];
}

/** Whether the page of a tab is in the library, and whether pages of its site are to be kept. */
export interface KeptHere {
  held: boolean;
  wanted: boolean;
  privateTab: boolean;
}

/** A page that nothing was found for when it was read, and something was since. */
export interface LateAnswer {
  id: string;
  url: string | null;
  title: string | null;
  /** Other outlets found. */
  outlets: number;
  /** ISO moment it was found. */
  on: string;
}
