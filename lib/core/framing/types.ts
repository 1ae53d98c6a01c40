import type { Completeness, Field, Span, Stamp } from '@/lib/core/article';

/** Words of one article as they stand there: `exact` is the article's `field` from `span.start` to `span.end`. */
export interface Evidence {
  articleId: string;
  field: Field;
  span: Span;
  exact: string;
}

/** An article whose telling is compared, without its text. */
export interface FramedArticle {
  id: string;
  outlet: string | null;
  url: string | null;
  title: string | null;
  published: Stamp | null;
  language: string | null;
  completeness: Completeness;
}

/** A headline, with the words of it that no other headline of the story has. */
export interface HeadlineDifference {
  articleId: string;
  title: string;
  differing: Evidence[];
}

/** What an article calls an actor. `quoted`: the words stand in a quotation or an excerpt, so they are the source's. */
export interface Label extends Evidence {
  voice: 'own' | 'quoted';
}

/** One actor, with the words that each article has for it. Rows of one article alone are not made. */
export interface ActorRow {
  /** A person's fullest name; for any other the name most often used. */
  actor: string;
  /** Does not change while the articles are the same: what a reader merged or split is remembered by it. */
  key: string;
  /** In order of article and place. */
  labels: Label[];
}

/** Words that an article gives as somebody's. */
export interface Voice extends Evidence {
  form: 'direct' | 'indirect';
  /** Fullest name in this article; `null`: not stated, or not plainly enough. */
  speaker: string | null;
  /** Outlet that the words were said to or are taken from, by the article's own statement. */
  source: string | null;
  /** The verb that attributes ("said"), as printed; `null` where marks or layout alone do. */
  cue: string | null;
  /** Whether the speaker stands in one of the patterns that are right nearly always. */
  confident: boolean;
  /** Where the speaker is named, be it by a pronoun; `null` where no words do. */
  mention: Span | null;
  /** The clause with the attribution; `null` where there is none. */
  statedBy: Span | null;
}

/** Something found in one text and searched for, under all its spellings, in the others without being found. */
export interface OnlyHere extends Evidence {
  kind: 'name' | 'number' | 'date' | 'quotation';
  /** The sentence it stands in. */
  sentence: Span;
  /** What was searched for. */
  searched: string[];
  /** Ids of the articles that were searched, all of them held in full. */
  notIn: string[];
}

/** A sentence or some words that one of two near-copies has and the other has not; or their two headlines. */
export interface AddedOrCut {
  kind: 'sentence' | 'words' | 'headline';
  /** The two copies, in the order given. */
  a: string;
  b: string;
  /** What stands in `a` (`null`: nothing), and in `b`. */
  inA: Evidence | null;
  inB: Evidence | null;
}

/** Words of one near-copy that stand for other words in the same sentence of the other. */
export interface Swap {
  /** `actor`: two names for one actor; `figure`: numbers; `words`: anything else. */
  kind: 'actor' | 'figure' | 'words';
  inA: Evidence;
  inB: Evidence;
}

/** One side of an attribution: who is said to have said it, to whom, when. */
export interface Attribution extends Evidence {
  speaker: string | null;
  source: string | null;
  cue: string | null;
  /** Words of the sentence that say on which occasion; `null`: not known. */
  occasion: string | null;
  /** Day that the sentence names, as printed; `null`: not known. */
  date: string | null;
  /** Day of the article, for what was said is no later. */
  published: Stamp | null;
}

/** The same anchor with different attribution in two articles. Two statements at two times are no contradiction. */
export interface AttributedDifferently {
  anchor: string;
  kind: 'person' | 'figure';
  sides: Attribution[];
}

/** The lenses that need English; the others work on any language. */
export type EnglishLens = 'actors' | 'voices' | 'attributed-differently';

/** How a story's articles tell it: contrasts, each with its evidence. Plain data, versioned. */
export interface Framing {
  version: 1;
  articles: FramedArticle[];
  /** Articles of another language than English, for which some lenses are off. */
  off: { articleId: string; language: string | null; lenses: EnglishLens[] }[];
  headlines: HeadlineDifference[];
  actors: ActorRow[];
  voices: Voice[];
  onlyHere: OnlyHere[];
  addedCut: AddedOrCut[];
  swaps: Swap[];
  attributedDifferently: AttributedDifferently[];
}
