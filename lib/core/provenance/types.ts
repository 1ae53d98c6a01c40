import type { Field, Span, Stamp } from '@/lib/core/article';

/** What a credit line says. The first seven credit a text to somebody; `citation` and `quote-lead` lean on somebody for a part of it. */
export type CreditKind =
  | 'republished'
  | 'source'
  | 'contributed'
  | 'wire'
  | 'via'
  | 'syndication-notice'
  | 'read-more'
  | 'citation'
  | 'quote-lead';

/** The outlet's own claim about where text comes from. It is shown as a claim unless text matches too. */
export interface Credit {
  kind: CreditKind;
  /** The line as printed, verbatim. */
  line: string;
  /** Canonical name by the outlet table, else as printed; `null` when the line names nobody (a lost link). */
  outlet: string | null;
  outletAsPrinted: string | null;
  author: string | null;
  url: string | null;
  /** Where `line` stands; `null` when only the page's markup or furniture holds it. */
  span: Span | null;
  field: Field;
}

/** An outlet or agency that a sentence leans on ("told Reuters", "As Navy Times explained:"). */
export interface Citation {
  cited: string;
  /** The words that show it ("told Reuters"). */
  cue: string;
  /** The sentence. */
  span: Span;
  /** Set for an embedded post whose account is no known outlet: somebody's words, but no outlet to count. */
  account?: true;
}

/** A run of the page's text and whose words it is. Parts are in order, do not overlap and together cover every word of the text. */
export interface AnatomyPart {
  /** `own`: the page's own voice. `unstated`: shown without marks or credit though not in the page's own voice. */
  kind: 'own' | 'quotation' | 'excerpt' | 'reprint' | 'unstated';
  span: Span;
  /** Outlet the words come from, by the page's own statement. */
  source: string | null;
  /** Person quoted, where plain. */
  speaker: string | null;
  /** Whether the end of an excerpt is marked in the page (block quote, closing marks); `true` for other kinds. */
  endMarked: boolean;
  /** Words of this part; one part's share is `words` / `PageAnatomy.words`. */
  words: number;
  /** Where the page itself says so (lead-in sentence, credit line); `null` when the marks alone do. */
  statedBy: Span | null;
  /** Of words whose source is not stated here: the agency that a held copy of them is credited to. Only in a report. */
  creditedElsewhere?: string;
}

/** Whose words a page is made of, from the page alone. */
export interface PageAnatomy {
  words: number;
  parts: AnatomyPart[];
  credits: Credit[];
  cited: Citation[];
  /** Whose text the body is by its own statement: credited source, or that of a dominant excerpt; `null` if none is stated. */
  originalOutlet: string | null;
}

/** Something that tells which copy came first. Signs may disagree; then all are shown. */
export interface DirectionSign {
  /**
   * `credit`: a copy credits it. `containment`: it holds all of another copy and more. `edits`: other copies agree with its
   * wording where one differs. `dates`: earliest by the dates stated. `first-seen`: seen here before the others.
   */
  by: 'credit' | 'containment' | 'edits' | 'dates' | 'first-seen';
  /** The outlet that this sign puts first. */
  outlet: string;
  /** Its article; `null` where no text of that outlet is held. */
  articleId: string | null;
}

/** What speaks against a credit: a text of the outlet is held and differs, or an address only looks like the outlet's. */
export type CreditDoubt =
  | { kind: 'text-differs'; articleId: string }
  | { kind: 'look-alike'; host: string; of: string };

/** Who ran a text first: a claim with evidence, in exactly three wordings, and every sign of direction beside it. */
export type FirstRun = { signs: DirectionSign[] } & (
  | {
      kind: 'says-it-comes-from';
      outlet: string;
      credit: Credit;
      /** The copy whose credit it is; `null` for the page's own. */
      saidBy: { articleId: string; outlet: string } | null;
      /** Whether a text of that outlet is held and shares this text. */
      textMatches: boolean;
      doubts: CreditDoubt[];
    }
  | {
      kind: 'earliest-held';
      outlet: string;
      articleId: string;
      claimed: Stamp | null;
      firstSeen: Stamp | null;
    }
  | { kind: 'not-known'; because: string }
);
