/**
 * Every sentence about a report, made here and nowhere else, so that popover, popup, comparison and command line
 * say the same. Sentences state what was found, never a verdict.
 */
import type { NotAnArticle, Stamp } from '@/lib/core/article';
import type { HeldArticle, Relation, Searched, TextMatch } from '@/lib/core/matching/types';
import { citedOutlets, countOutlets } from '@/lib/core/provenance';
import { isStatedAddress, markupOf } from '@/lib/core/provenance/credits/metadata';
import type { AnatomyPart, Credit, CreditKind } from '@/lib/core/provenance/types';
import { percent, plural, type Say } from './phrases';
import type { HeadlineRow, Report, ReportOutcome } from './types';

/** Whose words the page is made of, in one or two sentences; true with an empty library too. */
export function whoseWordsSentence(say: Say, report: Report): string {
  const { anatomy } = report;
  const source = sourceSentence(say, report);
  const sentences = [source];
  // "Other" outlets are those that the first sentence does not name.
  const named = citedOutlets(anatomy.cited).filter(
    (name) => name !== anatomy.originalOutlet && !names(source, name),
  );
  if (named.length > 0) sentences.push(plural(say, 'words_cited', named.length, listOf(say, named)));
  return sentences.join(' ');
}

/** Whether a name stands in a sentence, not as a part of a longer word. */
function names(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  return (
    at >= 0 && !/\p{L}$/u.test(sentence.slice(0, at)) && !/^\p{L}/u.test(sentence.slice(at + name.length))
  );
}

/** The strongest statement about where the words come from: credit, then excerpt, then unstated, then quotations. */
function sourceSentence(say: Say, { anatomy }: Report): string {
  const { parts, words, credits } = anatomy;
  const share = (part: AnatomyPart) => percent(say, words === 0 ? 0 : part.words / words);
  const largest = (kind: AnatomyPart['kind']) =>
    parts.filter((part) => part.kind === kind).sort((a, b) => b.words - a.words)[0];

  const wire = credits.find((credit) => credit.kind === 'wire' && credit.outlet !== null);
  const reprint = largest('reprint');
  if (reprint) {
    const source = reprint.source ?? anatomy.originalOutlet ?? say('part_source_unnamed');
    if (wire?.outlet === source) return say('words_wire', source);
    const markup = onlyMarkupOf(credits, source);
    if (markup !== null) return markupSentence(say, source, markup);
    const author = credits.find((credit) => credit.author !== null)?.author;
    return author ? say('words_reprint_with_author', source, author) : say('words_reprint', source);
  }
  const excerpt = largest('excerpt');
  if (excerpt) {
    const source = excerpt.source ?? say('part_source_unnamed');
    return excerpt.endMarked
      ? say('words_excerpt_marked', share(excerpt), source)
      : say('words_excerpt_open', share(excerpt), leadIn(credits, excerpt) ?? source);
  }
  if (wire?.outlet) return say('words_wire', wire.outlet);
  const credited = creditedSentence(say, credits);
  if (credited !== null) return credited;
  const total = (kind: AnatomyPart['kind']) =>
    parts.reduce((sum, part) => sum + (part.kind === kind ? part.words : 0), 0);
  if (total('unstated') > 0) return say('words_unstated', percent(say, total('unstated') / words));
  if (total('quotation') > 0) return say('words_quoted', percent(say, total('quotation') / words));
  return say('words_own');
}

/** The outlet that a printed line names, else the one that the page's markup names, called what it is; `null` without either. */
function creditedSentence(say: Say, credits: readonly Credit[]): string | null {
  const crediting = credits.filter(({ kind, outlet }) => creditingKinds.has(kind) && outlet !== null);
  const credit = crediting.find((one) => markupOf(one) === null) ?? crediting[0];
  if (!credit?.outlet) return null;
  const markup = markupOf(credit);
  return markup === null ? say('words_credits', credit.outlet) : markupSentence(say, credit.outlet, markup);
}

function markupSentence(say: Say, outlet: string, markup: string): string {
  return say(isStatedAddress(markup) ? 'words_stated_address' : 'words_markup', outlet, markup);
}

/** The markup that names an outlet where no printed line does: that is no credit line which a reader could find. */
function onlyMarkupOf(credits: readonly Credit[], outlet: string): string | null {
  const naming = credits.filter((credit) => credit.outlet === outlet);
  if (naming.some((credit) => markupOf(credit) === null)) return null;
  return naming[0] === undefined ? null : markupOf(naming[0]);
}

/** Credits that speak of the page's text; lead-ins, citations and "read more" speak of a part or of another text. */
const creditingKinds = new Set<CreditKind>([
  'republished',
  'source',
  'contributed',
  'via',
  'syndication-notice',
]);

/** Longest lead-in quoted in a sentence, in UTF-16 units. */
const longestLeadIn = 80;

/** The line that an excerpt stands after, as printed. */
function leadIn(credits: readonly Credit[], { statedBy }: AnatomyPart): string | null {
  if (statedBy === null) return null;
  const line = credits.find(
    ({ kind, span }) => kind === 'quote-lead' && span?.start === statedBy.start,
  )?.line;
  return line !== undefined && line.length <= longestLeadIn ? line : null;
}

/** One part of the anatomy with its share. */
export function partSentence(say: Say, report: Report, part: AnatomyPart): string {
  const share = percent(say, report.anatomy.words === 0 ? 0 : part.words / report.anatomy.words);
  const source = part.source ?? say('part_source_unnamed');
  switch (part.kind) {
    case 'own':
      return say('part_own', share);
    case 'quotation':
      return quotationSentence(say, share, part);
    case 'excerpt':
      return say(part.endMarked ? 'part_excerpt' : 'part_excerpt_open', share, source);
    case 'reprint':
      return say(
        onlyMarkupOf(report.anatomy.credits, source) === null ? 'part_reprint' : 'part_reprint_markup',
        share,
        source,
      );
    case 'unstated':
      return part.creditedElsewhere === undefined
        ? say('part_unstated', share)
        : say('part_unstated_elsewhere', share, part.creditedElsewhere);
  }
}

/** Whose words a quotation is and by way of which outlet the page has it, as far as the page says. */
function quotationSentence(say: Say, share: string, { speaker, source }: AnatomyPart): string {
  if (source === null)
    return speaker === null ? say('part_quotation', share) : say('part_quotation_speaker', share, speaker);
  return speaker === null
    ? say('part_quotation_source', share, source)
    : say('part_quotation_both', share, speaker, source);
}

/** How much of the page stands elsewhere too, whatever the page itself says of whose words they are; `null` when nothing does. */
export function sharedSentence(say: Say, { shared, anatomy }: Report): string | null {
  const words = shared.reduce((sum, { from, to }) => sum + to - from, 0);
  return words === 0
    ? null
    : say('part_shared', percent(say, Math.min(1, words / Math.max(1, anatomy.words))));
}

/** The answer in a few sentences. */
export function answerSentence(say: Say, report: Report): string {
  return answerSentences(say, report).join(' ');
}

/** The answer, the most telling sentence first: who ran this text or a part of it (as many as the badge counts), who tells the story. */
export function answerSentences(say: Say, report: Report): string[] {
  const sentences: string[] = [];
  const elsewhere = report.sameText.filter((match) => !match.sameOutlet);
  const own = { ...report.page, credits: report.anatomy.credits };
  const outletsIn = (relations: ReadonlySet<Relation>) =>
    countOutlets(
      own,
      elsewhere.filter(({ relation }) => relations.has(relation)),
    );
  const quoting = outletsIn(quotingRelations);
  const whole = Math.min(report.outlets, outletsIn(wholeRelations));
  const parts = report.outlets - whole;
  if (whole > 0 && parts > 0) sentences.push(plural(say, 'answer_copies_and_parts', parts, report.outlets));
  else if (whole > 0) sentences.push(plural(say, 'answer_copies', whole));
  else if (parts > 0) sentences.push(plural(say, 'answer_parts', parts));
  if (report.outlets === 0 && quoting > 0) sentences.push(plural(say, 'answer_quotation', quoting));
  else if (report.outlets === 0 && report.sameText.length > 0)
    sentences.push(sameOutletSentence(say, report.sameText));
  const headlines = report.sameStory.filter(({ article }) => article.held === 'headline-only').length;
  const told = report.sameStory.length - headlines;
  if (told > 0) sentences.push(plural(say, 'answer_stories', told));
  if (headlines > 0) sentences.push(plural(say, 'answer_headlines', headlines));
  return sentences.length > 0 ? sentences : [nothingFoundSentence(say, report)];
}

/** Where only the same outlet has it: the text at other addresses, else parts of it. */
function sameOutletSentence(say: Say, matches: readonly TextMatch[]): string {
  const whole = matches.filter(({ relation }) => wholeRelations.has(relation)).length;
  return whole > 0
    ? plural(say, 'answer_same_outlet', whole)
    : plural(say, 'answer_same_outlet_part', matches.length);
}

/** Relations in which an outlet ran the text, and those in which it has only a speaker's words of it. */
const wholeRelations = new Set<Relation>(['reprint', 'edited-reprint']);
const quotingRelations = new Set<Relation>(['shared-quotation']);

/** "2 independent origins in all": behind a sentence that counts the outlets. */
export function originsAlone(say: Say, report: Report): string {
  return plural(say, 'answer_origins', report.origins.length);
}

/** "9 other outlets, 2 origins". */
export function originsSentence(say: Say, report: Report): string {
  return plural(say, 'origins', report.origins.length, plural(say, 'other_outlets', report.outlets));
}

/** "Nothing found" never stands without what was searched. */
function nothingFoundSentence(say: Say, report: Report): string {
  return `${say('answer_nothing')} ${searchedSentence(say, report.searched)}`;
}

/** The denominator: articles, outlets, span of dates. */
export function searchedSentence(say: Say, { articles, outlets, oldest, newest }: Searched): string {
  if (articles === 0) return say('searched_empty');
  const from = plural(say, 'outlets', outlets);
  if (oldest === null || newest === null) return plural(say, 'searched', articles, from);
  const [first, last] = [dayWords(say, oldest), dayWords(say, newest)];
  if (first === last) return plural(say, 'searched_one_day', articles, from, first);
  return plural(say, 'searched_dated', articles, from, first, last);
}

/** The name of a relation. */
export function relationWords(say: Say, relation: HeadlineRow['relation']): string {
  return say(`relation_${snake(relation)}`);
}

/** Shares both ways with their base: "82 % of this page; all of the 150 words held of theirs". */
export function shareSentence(say: Say, { article, coverage }: TextMatch): string {
  const here = percent(say, coverage.here);
  if (article.held === 'fingerprint-only')
    return say('share_fingerprint', here, percent(say, coverage.there));
  if (article.completeness === 'full')
    return say('share_both', here, percent(say, coverage.there), say('share_there_full'));
  if (coverage.there >= 1) return say('share_all_held', here, article.words);
  return say('share_both', here, percent(say, coverage.there), say('share_there_part', article.words));
}

/** How much of an article is held. */
export function completenessWords(
  say: Say,
  { completeness, held }: Pick<HeldArticle, 'completeness' | 'held'>,
): string {
  if (held === 'fingerprint-only') return say('fingerprint_only');
  return held === 'headline-only' ? say('headline_only') : say(`completeness_${completeness}`);
}

/** That a pack gave no text of an article. */
export function noTextSentence(say: Say, { from }: HeldArticle): string {
  return say('no_text_in_pack', from.name);
}

/** How much of an article is others' voice, as whoever had its text counted it; `null` where nobody did. */
export function voicesSentence(say: Say, { counts }: HeldArticle): string | null {
  if (counts === undefined) return null;
  const { quotations, voices, labels } = counts;
  return labels === null
    ? say('voices_counted', quotations, voices)
    : say('voices_and_labels_counted', quotations, voices, labels);
}

/** A date with where it was read; "no date" where there is none. */
export function dateWords(say: Say, stamp: Stamp | null): string {
  if (stamp === null || Number.isNaN(Date.parse(stamp.at))) return say('date_none');
  return say(`date_${snake(stamp.from)}`, dayWords(say, stamp.at));
}

/** A day as the reader's language writes it. A day without a time is not moved by a time zone. */
export function dayWords(say: Say, iso: string): string {
  return new Intl.DateTimeFormat(say.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(iso),
  );
}

/** What this report cannot tell; shown with every panel. */
export function limitSentences(say: Say, report: Report): string[] {
  const limits = [say('limit_library')];
  const { cut, completeness } = report.page;
  if (cut) limits.push(say('limit_cut', cut.wordsCompared, cut.wordsInAll));
  if (completeness === 'teaser' || completeness === 'paywalled' || completeness === 'summary')
    limits.push(say('limit_part_page', say(`completeness_${completeness}`)));
  if (report.firstRun.kind === 'earliest-held') limits.push(say('limit_first'));
  if (report.anatomy.credits.length > 0) limits.push(say('limit_claim'));
  if (report.sameStory.length > 0) limits.push(say('limit_story'));
  limits.push(say('limit_anatomy'));
  return limits;
}

/** Why a page is not compared. */
export function notAnArticleSentence(say: Say, because: NotAnArticle): string {
  return say(`not_article_${snake(because)}`);
}

/** The whole outcome in readable lines, for the popup, text exports and the command line. */
export function outcomeSentences(say: Say, outcome: ReportOutcome): string[] {
  switch (outcome.status) {
    case 'found':
    case 'nothing-found':
      return [whoseWordsSentence(say, outcome.report), answerSentence(say, outcome.report)];
    case 'not-an-article':
      return [notAnArticleSentence(say, outcome.because)];
    case 'failed':
      return [say(outcome.during === 'read' ? 'failed_read' : 'failed_look_up', outcome.message)];
  }
}

/** Names in a row, as the reader's language joins them. */
export function listOf(say: Say, names: string[]): string {
  return new Intl.ListFormat(say.language, { type: 'conjunction' }).format(names);
}

type Snake<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Snake<Tail>}`
  : Word;

/** A relation's or reason's word as a message name spells it: browsers allow no dash there. */
export function snake<Word extends string>(word: Word): Snake<Word> {
  return word.replaceAll('-', '_') as Snake<Word>;
}
