import type { Passage } from '@/lib/core/alignment/types';
import type { Completeness, Span, Stamp } from '@/lib/core/article';
import type { Credit } from '@/lib/core/provenance/types';
import type { Places } from './places';

/** One article as the library knows it, without its text. */
export interface HeldArticle {
  /** The library's own number for this revision of the article; only meaningful to the reader it came from. */
  ref: number;
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  published: Stamp | null;
  /** When it was last changed, where its source says so. */
  modified?: Stamp;
  firstSeen: Stamp;
  language: string | null;
  /** Folded words of the text held; 0 for a headline-only item. */
  words: number;
  completeness: Completeness;
  /** `headline-only`: most feed items. `fingerprint-only`: from a pack that shares no text. */
  held: 'text' | 'headline-only' | 'fingerprint-only';
  /** Feed summary, where one is held and it is not the text. */
  summary: string | null;
  credits: Credit[];
  /** The line at the foot of its page that names who owns the outlet, as printed. */
  ownerLine?: string;
  /** How it came into the library. */
  from: { kind: 'feed' | 'page' | 'import' | 'pack' | 'held-page'; name: string };
  /** 1 for the first text held at this address. */
  revision: number;
  /** What was counted in the text by who had it; only where no text is held. */
  counts?: VoiceCounts;
  /** Short quotations of the text that came with a pack; only where no text is held. */
  quotations?: HeldQuotation[];
}

/** A few words of an article whose text is not held. */
export interface HeldQuotation {
  kind: 'quotation' | 'citation' | 'label';
  /** At most 300 UTF-16 units. */
  text: string;
  /** The speaker, the outlet leaned on, or whom the sentence names; `null` where not plain. */
  of: string | null;
}

/** How much of an article is other people's voice, as counts that give nothing of the text away. */
export interface VoiceCounts {
  /** Quotations marked as such. */
  quotations: number;
  /** Different speakers of them that the text names plainly. */
  voices: number;
  /** Different words for the people it is about; `null` where nobody counted them. */
  labels: number | null;
}

/** What was searched: the denominator that "nothing found" carries. */
export interface Searched {
  articles: number;
  outlets: number;
  /** ISO days of the oldest and newest dated article; `null` in an empty or undated library. */
  oldest: string | null;
  newest: string | null;
}

/** How two texts are related, by passage, strongest first. */
export type Relation = 'reprint' | 'edited-reprint' | 'excerpt' | 'shared-source' | 'shared-quotation';

/** Same event, or earlier or later in the same story. */
export type StoryRelation = 'same-event' | 'same-story';

/** Folded words equal inside passages ÷ words of that text, 0 to 1. */
export interface Coverage {
  here: number;
  there: number;
}

/** What two texts share of one item, where one of them (or both) is a digest of several stories. */
export interface MatchPart {
  relation: Relation;
  /** Shares of the item, or of the whole text where that is not divided. */
  coverage: Coverage;
  wordsShared: number;
  /** Places in `TextMatch.passages`; a passage may run over several items. */
  passages: number[];
  /** The item in each text; `null` where the text tells one story. */
  here: Span | null;
  there: Span | null;
  /** First words of the item here, as printed, where a report shows it. */
  opening?: string;
}

/** The library holds (a part of) this text at another address. */
export interface TextMatch {
  article: HeldArticle;
  /** How the two texts are related as wholes. */
  relation: Relation;
  coverage: Coverage;
  wordsShared: number;
  passages: Passage[];
  /** The same by item of a digest; absent where neither text is one, or where they are copies as wholes. */
  parts?: MatchPart[];
  sameOutlet: boolean;
}

/** Another telling of the same event or story, in its own words. */
export interface StoryMatch {
  article: HeldArticle;
  relation: StoryRelation;
  /** 0 to 1, comparable only within one query. */
  score: number;
  /** The terms, as printed here, that both have: the evidence. */
  shared: string[];
  sameOutlet: boolean;
}

/** Postings of one key: refs ascending. A monster key is capped: `documents` counts all, `refs` holds first and last. */
export interface Postings {
  documents: number;
  refs: Uint32Array;
}

/**
 * What is held of an article's content: its text, or without it where its shingle keys stand (which they are the postings
 * tell) and its story terms, the strongest first.
 */
export type HeldBody =
  | { form: 'text'; text: string }
  | { form: 'fingerprint'; places: Places; terms: Uint32Array };

/** An article with its content; `null` for a headline-only one and where the content cannot be read. */
export interface WholeArticle {
  article: HeldArticle;
  body: HeldBody | null;
}

/** What matching needs to know of a library. The real one stands on IndexedDB, a test's or the command line's on arrays. */
export interface CorpusReader {
  searched(): Promise<Searched>;
  /**
   * Postings for each fingerprint key, in the order asked; an unknown key gives zero documents. Where `levels` are given,
   * a library that does without the finer level may give none for its keys: they would find what others find too.
   */
  postings(keys: Uint32Array, levels?: Uint8Array): Promise<Postings[]>;
  /** Postings for each story-term hash, in the order asked. */
  termPostings(terms: Uint32Array): Promise<Postings[]>;
  /** Where and when each of these was printed, as `printOf` packs it, in the order asked; 0 for an unknown one. */
  prints(refs: Uint32Array): Promise<Uint32Array>;
  /** Articles by ref, in the order asked; a deleted or unreadable one is left out. */
  articles(refs: readonly number[]): Promise<HeldArticle[]>;
  /** The same with their content. */
  whole(refs: readonly number[]): Promise<WholeArticle[]>;
  /** Text held of an article; `null` for headline-only and fingerprint-only ones. */
  text(ref: number): Promise<string | null>;
  /** All revisions held under an id, oldest first; the text is `null` where it is not held. */
  revisions(id: string): Promise<{ article: HeldArticle; text: string | null }[]>;
  /** Refs of headline-only items claimed or first seen within the window (ISO days, inclusive), newest first, at most `limit`. An open end is `null`. */
  headlineRefs(window: { from: string | null; to: string | null }, limit: number): Promise<number[]>;
}

/** As much of a library as shared text is looked for by. */
export type TextReader = Pick<CorpusReader, 'postings' | 'prints' | 'whole'>;

/** An article made ready for a library: its record, its text and what it is found by. Pure data, so any store can take it. */
export interface PreparedArticle {
  held: Omit<HeldArticle, 'ref' | 'revision'>;
  /** `null` for headline-only and fingerprint-only articles. */
  text: string | null;
  keys: Uint32Array;
  positions: Uint32Array;
  /** Winnowing level of each key, as in `Fingerprint.levels`: a large library may leave out level 1. */
  levels: Uint8Array;
  /** Hashes of the strongest story terms, strongest first, at most 32. */
  terms: Uint32Array;
}
