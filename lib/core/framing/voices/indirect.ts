import type { Span } from '@/lib/core/article';
import { isForeign, type Read, type Sentence } from '../told';
import { isPronoun, type Phrase, phraseBefore } from './noun-phrases';
import { type Attributed, isVerb } from './speakers';

/** What an article gives as somebody's in its own words ("X said that …"). */
export interface Reported {
  span: Span;
  by: Attributed;
}

/** Verbs that report a statement also without "that". */
const plain =
  /^(?:said|says|claimed|claims|announced|warned|warns|admitted|denied|insisted|alleged|reported|reports|argued|argues|stated|confirmed|acknowledged|asserted|vowed|predicted|told)$/;
/** What a clause begins with. */
const clause =
  /^(?:that|he|she|it|they|we|i|there|the|a|an|his|her|its|their|no|if|whether|this|these|those|some|such)$/;
/** Words that a statement has at least. */
const fewest = 4;

/** Statements reported in the article's own voice, in order; sentences that stand in somebody's words are left out. */
export function reportedIn(read: Read): Reported[] {
  return read.sentences.flatMap((sentence) => {
    if (sentence.field !== 'text' || isForeign(read, sentence.span.start)) return [];
    const found = reportedBy(read.article.text, sentence);
    return found && !isForeign(read, found.span.start) ? [found] : [];
  });
}

function reportedBy(text: string, { words, span }: Sentence): Reported | null {
  for (let at = 1; at < words.length - fewest; at++) {
    const { low, end } = words[at]!;
    if (!isVerb(words, at)) continue;
    const told = /^(?:told|tells)$/.test(low);
    const next = clauseAt(words, at + 1, told);
    if (next === null || !isStatement(low, words[next]!.low)) continue;
    if (/[“"]/u.test(text.slice(end, words[next]!.start)) || isInverted(text, words, at)) continue;
    const subject = phraseBefore(text, words, at);
    if (!subject || subject.from > 30 || !maySpeak(words, subject, low)) continue;
    const first = words[next]!.low === 'that' ? next + 1 : next;
    if (words.length - first < fewest) continue;
    const mention = { start: words[subject.from]!.start, end: words[subject.to - 1]!.end };
    return {
      span: { start: words[first]!.start, end: words.at(-1)!.end },
      by: {
        pattern: 'sentence',
        mention,
        isPronoun: subject.to - subject.from === 1 && isPronoun(words[subject.from]!.low),
        cue: words[at]!.text,
        within: span,
      },
    };
  }
  return null;
}

/** "She announced it was over", and not "she announced her candidacy": behind this verb mostly stands a thing. */
function isStatement(verb: string, first: string): boolean {
  if (first === 'that') return true;
  return verb === 'announced' ? isPronoun(first) : plain.test(verb);
}

/** "the clerk", "officials", "Carter"; of a participle names and plurals alone, as other words before it are mostly no subject ("over the weekend, saying"). */
function maySpeak(words: Sentence['words'], { from, to }: Phrase, verb: string): boolean {
  const phrase = words.slice(from, to);
  if (phrase.some(({ capital }) => capital) || (phrase.length === 1 && isPronoun(phrase[0]!.low)))
    return true;
  return /s$/.test(phrase.at(-1)!.low) || !(/ing$/.test(verb) || /ing$/.test(phrase[0]!.low));
}

/** Words that a speaker behind the verb has at most. */
const longestSpeaker = 5;

/** "It had been tried before, said Ann Carter, who …": behind the verb stands the speaker, between a comma and the next. */
function isInverted(text: string, words: Sentence['words'], verb: number): boolean {
  const isBehindComma = /,["”’]?\s*$/u.test(text.slice(words[verb - 1]!.end, words[verb]!.start));
  if (!isBehindComma) return false;
  for (let at = verb + 1; at <= verb + longestSpeaker && at < words.length; at++) {
    const between = at + 1 < words.length ? text.slice(words[at]!.end, words[at + 1]!.start) : '.';
    if (!/^[,.]/.test(between)) continue;
    return between !== '.' || words.slice(verb + 1).every(({ capital }) => capital);
  }
  return false;
}

/** Where the statement begins behind its verb; "told X" may have up to five words of whom it was told. */
function clauseAt(words: Sentence['words'], from: number, told: boolean): number | null {
  const last = Math.min(words.length - 1, from + (told ? 6 : 0));
  for (let at = from; at <= last; at++) {
    const isThat = words[at]!.low === 'that';
    if (isThat || (!told && (clause.test(words[at]!.low) || words[at]!.capital))) return at;
  }
  return null;
}
