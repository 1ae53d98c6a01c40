import type { Completeness, NotAnArticle, Stamp } from '@/lib/core/article';
import type { Relation, Searched, StoryMatch, StoryRelation, TextMatch } from '@/lib/core/matching/types';
import type { CorrectionTrail } from '@/lib/core/provenance/corrections/types';
import type { FurtherDate } from '@/lib/core/provenance/dates';
import type { FirstRun, PageAnatomy } from '@/lib/core/provenance/types';
import type { WordRun } from './shared-runs';

/** The page a report is about. */
export interface ReportPage {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: Stamp | null;
  language: string | null;
  words: number;
  completeness: Completeness;
  /** Set when only the first words of a very long page were compared. */
  cut: { wordsCompared: number; wordsInAll: number } | null;
}

/** Copies that go back to one independent origin: an agency, an outlet, or an owner's family. */
export interface Origin {
  /** Outlet or agency; `null` when the copies share text but nothing says whose it is. */
  outlet: string | null;
  /** `agency`: wire copy. `owner`: outlets of one owner folded. */
  kind: 'outlet' | 'agency' | 'owner' | 'unknown';
  /** Ids of the copies. The page itself counts as `page.id`, in every origin whose words it has. */
  articles: string[];
  /** Other outlets that copies of it credit: a conflict the reader should see. */
  alsoNamed: string[];
}

/** An article held of an outlet that the page takes words from or leans on. */
export interface HeldSource {
  /** The outlet as the anatomy names it. */
  source: string;
  articleId: string;
  url: string | null;
  title: string | null;
  relation: Relation | StoryRelation;
}

/** One headline of the stack: this page's and every match's, in order of date, undated last. */
export interface HeadlineRow {
  articleId: string;
  outlet: string | null;
  title: string;
  published: Stamp | null;
  relation: Relation | 'same-event' | 'same-story' | 'this-page';
  url: string | null;
}

/**
 * Everything the popover, popup, comparison page and command line show. Plain data, versioned: see docs/report.md.
 * Sentences are made from it by `wording.ts` only.
 */
export interface Report {
  version: 1;
  page: ReportPage;
  anatomy: PageAnatomy;
  searched: Searched;
  /** Same text, other outlets and other addresses of this one; best first. */
  sameText: TextMatch[];
  /** Same story in other words; best first. Never holds an article of `sameText`. */
  sameStory: StoryMatch[];
  /** What of the page lies in passages that texts of other outlets have too. */
  shared: WordRun[];
  /** Other outlets that ran this text. The same number in badge, popup, popover and export. */
  outlets: number;
  origins: Origin[];
  firstRun: FirstRun;
  /** Correction notes of the page, and copies that still carry what their origin has changed. */
  trail: CorrectionTrail;
  headlines: HeadlineRow[];
  /** Of the page and its copies: what else is claimed of when they appeared, where anything is. */
  dates: { articleId: string; further: FurtherDate[] }[];
  /** Articles held of the outlets the page takes words from or leans on. */
  sources: HeldSource[];
}

/** What can be expected of looking at a page. */
export type ReportOutcome =
  | { status: 'found'; report: Report }
  | { status: 'nothing-found'; report: Report }
  | { status: 'not-an-article'; because: NotAnArticle }
  | { status: 'failed'; during: 'read' | 'look-up'; message: string };
