/**
 * Who says a quotation: by the words behind it (", said X", ", X said"), by those before it (X said: "…", "according to X"),
 * by the quotation before it in the same paragraph, by the sentence that leads to it. The first two are right nearly always.
 */
import type { Span } from '@/lib/core/article';
import { isClosed } from '@/lib/core/text';
import { isCue } from '../cues';
import { type Word, wordsOf } from '../words';
import { clauseAfter, clauseBefore, reach, sentenceEnd } from './clauses';
import { isPronoun, namesNobody, type Phrase, phraseAfter, phraseBefore } from './noun-phrases';
import type { Quote } from './quotes';
import { isPreposed, mainSubject, namesEnding } from './subjects';

/** How a speaker was found; the words that name the speaker, as printed. */
export interface Attributed {
  pattern: 'after' | 'before' | 'continued' | 'lead' | 'sentence' | 'paragraph';
  /** Where the speaker is named, be it by a pronoun. */
  mention: Span;
  isPronoun: boolean;
  cue: string | null;
  /** Words looked at: the attribution stands in there. */
  within: Span;
}

/** The attribution of one quotation by the text around it; `previous` is the quotation before it, with its attribution. */
export function attributionOf(
  text: string,
  quote: Quote,
  previous: { quote: Quote; by: Attributed | null } | null,
): Attributed | null {
  const signed = signatureBehind(text, quote);
  if (signed) return { pattern: 'after', ...signed };
  const after = clauseAfter(text, quote);
  const behind = after && (byWordsBehind(text, after) ?? byNameBehind(text, quote, after));
  if (behind) return { pattern: 'after', ...behind };
  const floor =
    previous && previous.quote.outer.end > quote.paragraph.start
      ? previous.quote.outer.end
      : quote.paragraph.start;
  const before = clauseBefore(text, quote, floor);
  const ahead = before && byWordsAhead(text, before);
  if (ahead) return { pattern: 'before', ...ahead };
  const main = before && byParticiple(text, before);
  if (main) return { pattern: 'sentence', ...main };
  if (
    previous?.by &&
    previous.quote.outer.start >= quote.paragraph.start &&
    isContinued(text, previous.quote, quote)
  )
    return { ...previous.by, pattern: 'continued' };
  const within = before && byVerbWithin(text, before);
  if (within) return { pattern: 'sentence', ...within };
  return null;
}

const signed = /^\s{0,3}[—–―-]{1,2}\s?((?:\p{Lu}[\p{L}’'.-]*\s?){2,5})(?=[,\n(]|$)/u;

/** "— Ann Carter, 34": a signature under or behind a quotation. */
function signatureBehind(text: string, { outer }: Quote): Found | null {
  const match = signed.exec(text.slice(outer.end, outer.end + 120));
  const name = match?.[1]?.trim();
  if (!match || !name) return null;
  const start = outer.end + match[0].indexOf(name);
  return {
    mention: { start, end: start + name.length },
    isPronoun: false,
    cue: null,
    within: { start, end: start + name.length },
  };
}

type Found = Omit<Attributed, 'pattern'>;

/** What begins another clause: whoever speaks in it said something else. */
const goesOn = /^(?:and|or|but|because|if|though|although|when|which|while)$/;

/** ", said X …" or ", X said …" */
function byWordsBehind(text: string, clause: Span): Found | null {
  const words = wordsOf(text, clause).slice(0, 40);
  if (words.length === 0 || goesOn.test(words[0]!.low)) return null;
  const first = words.findIndex(({ low }, at) => at < 3 && isCue(low));
  if (
    first >= 0 &&
    words.slice(0, first).every(({ low }) => /^(?:as|has|had|also|then|later|.+ly)$/.test(low))
  ) {
    const phrase = phraseAfter(text, words, first);
    if (phrase) return found(words, phrase, words[first]!.text, clause);
  }
  const according = accordingTo(text, words, clause);
  if (according && according.at <= 1) return according.found;
  for (let at = 1; at < words.length; at++) {
    if (!isVerb(words, at) || /ing$/.test(words[at]!.low)) continue;
    const phrase = phraseBefore(text, words, at);
    const quoted = phrase && quotedBy(text, words, at);
    if (quoted) return found(words, quoted, words[at]!.text, clause);
    if (phrase && phrase.from <= 12 && !isObject(words, phrase))
      return found(words, phrase, words[at]!.text, clause);
    if (at > 14) break;
  }
  return null;
}

/** "the Courier quoted a clerk as saying": who is quoted. */
function quotedBy(text: string, words: readonly Word[], verb: number): Phrase | null {
  const phrase = /^quot(?:ed|es)$/.test(words[verb]!.low) ? phraseAfter(text, words, verb) : null;
  return phrase && words[phrase.to]?.low === 'as' ? phrase : null;
}

/** "…,” Carter sings to the crowd": after a comma in the marks, a name and a verb. */
function byNameBehind(text: string, { outer }: Quote, clause: Span): Found | null {
  if (!/,[”"»’']{1,2}$/u.test(text.slice(outer.start, outer.end))) return null;
  const words = wordsOf(text, clause);
  const verb = words.findIndex(({ capital }) => !capital);
  const isVerbLike =
    verb > 0 && verb <= 4 && /(?:s|ed)$/.test(words[verb]!.low) && !isClosed(words[verb]!.low);
  return isVerbLike ? found(words, { from: 0, to: verb }, words[verb]!.text, clause) : null;
}

/** Verbs that are nouns as well: only right behind a name or a pronoun are they verbs. */
const alsoNoun =
  /^(?:remarks|comments|claims|charges|reports|answers|calls|cites|notes|states|quotes|cautions|demands|reads|points|tweets|tells|quips|jokes|asks|thought|report|charged|reading|writing|reporting|warning|saying|writes|posted|began|went)$/;

/** Whether a word is a verb of saying here. */
export function isVerb(words: readonly Word[], at: number): boolean {
  const { low, capital } = words[at]!;
  if (capital || !isCue(low)) return false;
  const before = words[at - 1];
  return (
    !alsoNoun.test(low) ||
    (before !== undefined &&
      !before.possessive &&
      (before.capital || isPronoun(before.low) || /s$/.test(before.low)))
  );
}

/** Small words at the clause's beginning make the first noun no subject ("to the crowd, …"). */
function isObject(words: readonly Word[], { from, to }: Phrase): boolean {
  if (to - from === 1 && isPronoun(words[from]!.low)) return false;
  return words
    .slice(0, from)
    .some(({ low }) => /^(?:about|into|against|because|when|while|if|that|which)$/.test(low));
}

function accordingTo(
  text: string,
  words: readonly Word[],
  clause: Span,
): { at: number; found: Found } | null {
  const at = words.findIndex(({ low }, place) => low === 'according' && words[place + 1]?.low === 'to');
  if (at < 0) return null;
  const phrase = phraseAfter(text, words, at + 1);
  return phrase && { at, found: found(words, phrase, 'according to', clause) };
}

/** X said[,:] "…" with the verb near the mark. */
function byWordsAhead(text: string, clause: Span): Found | null {
  const words = wordsOf(text, clause);
  const according = accordingTo(text, words, clause);
  if (according && words.length - according.at < 14) return according.found;
  for (let at = words.length - 1; at >= 0 && words.length - at <= 9; at--) {
    const { low, capital } = words[at]!;
    if (!isCue(low) || (capital && at > 0)) continue;
    if (alsoNoun.test(low) && !/ing$/.test(low) && !isVerb(words, at)) continue;
    if (words[at - 1]?.low === 'to' || words[at - 1]?.low === 'the' || words[at - 1]?.low === 'a') continue;
    if (/ing$/.test(low)) {
      const isBeside = words[at - 1]?.capital && words[at]!.start - words[at - 1]!.end === 1;
      const who = isBeside ? namesEnding(words, at) : null;
      if (who) return found(words, who, words[at]!.text, clause);
      break;
    }
    const subject = phraseBefore(text, words, at);
    if (subject && namesNobody(words, subject)) continue;
    if (subject && !isPreposed(words, subject)) return found(words, subject, words[at]!.text, clause);
    const inverted = at === 0 ? phraseAfter(text, words, at) : null;
    if (inverted) return found(words, inverted, words[at]!.text, clause);
  }
  return byNameAhead(text, words, clause);
}

/** "Trump attacked Clinton …, saying “…”": who the sentence is about. */
function byParticiple(text: string, clause: Span): Found | null {
  const words = wordsOf(text, clause);
  const at = words.findLastIndex(({ low }) => isCue(low) && /ing$/.test(low));
  const who = at > 0 ? mainSubject(text, words.slice(0, at)) : null;
  return who && found(words, who, words[at]!.text, clause);
}

/** "Ann Carter: “…”", "… Ann Carter -- “…”": a name and a stroke right before the mark. */
function byNameAhead(text: string, words: readonly Word[], clause: Span): Found | null {
  const last = words.at(-1);
  if (!last || !/^\s*(?:--|[—–:])\s*$/.test(text.slice(last.end, clause.end))) return null;
  const who = namesEnding(words, words.length);
  const before = who && words[who.from - 1]?.low;
  const isObject = before && before !== 'by' && isClosed(before);
  return who && who.to - who.from >= 2 && !isObject ? found(words, who, '', clause) : null;
}

/** A verb of saying anywhere before the quotation in its sentence, with its subject ("X suggested this is … and “…”"). */
function byVerbWithin(text: string, clause: Span): Found | null {
  const words = wordsOf(text, clause);
  for (let at = words.length - 1; at > 0; at--) {
    if (!isCue(words[at]!.low) || words[at]!.capital || words[at - 1]!.low === 'to') continue;
    const subject = phraseBefore(text, words, at);
    if (subject && !isPreposed(words, subject)) return found(words, subject, words[at]!.text, clause);
  }
  return null;
}

/** Whether a quotation goes on with the one before it: nothing between but its attribution. */
function isContinued(text: string, before: Quote, quote: Quote): boolean {
  const between = text.slice(before.outer.end, quote.outer.start);
  return between.length <= reach && sentenceEnd(between) >= between.trimEnd().length - 1;
}

function found(words: readonly Word[], { from, to }: Phrase, cue: string, within: Span): Found {
  return {
    mention: { start: words[from]!.start, end: words[to - 1]!.end },
    isPronoun: to - from === 1 && isPronoun(words[from]!.low),
    cue: cue === '' ? null : cue,
    within,
  };
}

/** The subject and verb of a sentence that leads to a block ("As Navy Times explained:", "the source said:"). */
export function leadOf(text: string, lead: Span): Attributed | null {
  const words = wordsOf(text, lead);
  for (let at = words.length - 1; at > 0; at--) {
    if (!isCue(words[at]!.low)) continue;
    const subject = phraseBefore(text, words, at);
    if (subject) return { pattern: 'lead', ...found(words, subject, words[at]!.text, lead) };
  }
  return null;
}
