/**
 * The same anchor with different attribution in two texts: a person whose words two articles give, each with whom they were
 * said to, on which occasion, when; a figure that one gives as one body's and another as another's. Two statements at two
 * times are shown as two statements.
 */
import type { Span } from '@/lib/core/article';
import { isCue } from './cues';
import { evidence } from './evidence';
import { grouped } from './grouped';
import { dateAt } from './only-here/dates';
import { numberIn } from './only-here/figures';
import type { Read } from './told';
import type { AttributedDifferently, Attribution, Voice } from './types';
import { wordsOf } from './words';

/** Statements of one person from one article. */
const mostOfOne = 4;
const mostRows = 100;
/** Figures that anybody may give alike. */
const smallestFigure = 10;

/** A voice with the actor whose words it gives. */
export interface KnownVoice {
  voice: Voice;
  read: number;
  /** `null` where the speaker is nobody of the story. */
  actor: string | null;
}

/** What the articles attribute differently: first the words of persons, then figures. */
export function attributedDifferently(
  reads: readonly Read[],
  voices: readonly KnownVoice[],
): AttributedDifferently[] {
  return [...persons(reads, voices), ...figures(reads, voices)].slice(0, mostRows);
}

/** Persons with statements in two articles and more that are not the same words; a speaker who is not sure is none. */
function persons(reads: readonly Read[], voices: readonly KnownVoice[]): AttributedDifferently[] {
  const known = voices.filter(
    ({ actor, voice }) => actor !== null && voice.confident && voice.statedBy !== null,
  );
  return [...grouped(known, ({ actor }) => actor)].flatMap(([, own]) => {
    const byRead = grouped(own, ({ read }) => read);
    if (byRead.size < 2) return [];
    const sides = [...byRead].flatMap(([read, some]) => {
      const own = some.map(({ voice }) => side(reads[read]!, voice));
      return statements(own).slice(0, mostOfOne);
    });
    const isDifferent = new Set(sides.map(({ exact }) => exact.toLowerCase())).size > 1;
    const names = own.map(({ voice }) => voice.speaker ?? '').sort((a, b) => b.length - a.length);
    return isDifferent ? [{ anchor: names[0] ?? '', kind: 'person' as const, sides }] : [];
  });
}

/** Statements of one article, each shown once: of several in one sentence the one that shows the most of it. */
function statements(sides: readonly Attribution[]): Attribution[] {
  return sides.filter(({ span }, at) =>
    sides.every(({ span: other }, place) => {
      const isInside = other.start <= span.start && span.end <= other.end;
      const isSame = other.start === span.start && other.end === span.end;
      return place === at || !isInside || (isSame && at < place);
    }),
  );
}

/** Figures in what two articles give as different speakers' words. */
function figures(reads: readonly Read[], voices: readonly KnownVoice[]): AttributedDifferently[] {
  const given = voices.flatMap(({ voice, read, actor }) => {
    if (!voice.confident || voice.speaker === null) return [];
    const by = actor ?? voice.speaker.toLowerCase();
    return figuresOf(reads[read]!, voice).map((figure) => ({ ...figure, voice, read, by }));
  });
  return [...grouped(given, ({ value }) => value)].flatMap(([value, own]) => {
    const first = own[0]!;
    const other = own.find(({ read, by }) => read !== first.read && by !== first.by);
    if (!other) return [];
    return [
      {
        anchor: String(value),
        kind: 'figure' as const,
        sides: [first, other].map(({ read, voice, within }) => side(reads[read]!, voice, within)),
      },
    ];
  });
}

/** Figures of a statement, each with its sentence; in a sentence that has a speaker of its own they are that one's. */
function figuresOf({ article, sentences }: Read, { span }: Voice): { value: number; within: Span }[] {
  const found = new Map<number, Span>();
  for (const sentence of sentences) {
    if (sentence.field !== 'text' || sentence.span.end <= span.start || span.end <= sentence.span.start)
      continue;
    const words = wordsOf(article.text, {
      start: Math.max(span.start, sentence.span.start),
      end: Math.min(span.end, sentence.span.end),
    });
    if (words.some(({ low }) => isCue(low) || low === 'according')) continue;
    for (const word of words) {
      const value = numberIn(word);
      if (value !== null && value >= smallestFigure && !(value >= 1900 && value <= 2100))
        found.set(value, sentence.span);
    }
  }
  return [...found].map(([value, within]) => ({ value, within }));
}

/** One statement, `shown` as a whole or one sentence of it, with the occasion and day of the sentence that attributes it. */
function side({ article, sentences }: Read, voice: Voice, shown?: Span): Attribution {
  const within = voice.statedBy ?? voice.span;
  const sentence = sentences.find(
    ({ field, span }) => field === 'text' && span.start <= within.start && within.start < span.end,
  );
  const stated = sentence?.span ?? voice.span;
  const around = outside(stated, voice.span);
  return {
    ...evidence(article, 'text', shown ?? joined(stated, voice.span)),
    speaker: voice.speaker,
    source: voice.source,
    cue: voice.cue,
    occasion: firstOf(around, (span) => occasionIn(article.text.slice(span.start, span.end))),
    date: firstOf(around, (span) => dayIn(article.text, span)),
    published: article.published,
  };
}

/** What stands of a sentence before and behind a statement: a day within the statement is not the day it was made. */
function outside(sentence: Span, statement: Span): Span[] {
  return [
    { start: sentence.start, end: Math.min(sentence.end, statement.start) },
    { start: Math.max(sentence.start, statement.end), end: sentence.end },
  ].filter(({ start, end }) => start < end);
}

function firstOf(spans: readonly Span[], read: (span: Span) => string | null): string | null {
  for (const span of spans) {
    const found = read(span);
    if (found !== null) return found;
  }
  return null;
}

/** The sentence with the whole statement, where the statement goes beyond it. */
function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const occasion =
  /(?<!\p{L})(?:(?:in|during|at|after|before|following|on)\s(?:an?|the|his|her|their|its)\s(?:\p{L}+\s){0,3}?(?:announcement|statement|interview|speech|meeting|press conference|news conference|briefing|rally|debate|hearing|visit|summit|talks|address|letter|tweet|post|call|attack|vote|election|ceremony|conference|session|forum|report))(?!\p{L})/iu;

function occasionIn(sentence: string): string | null {
  return occasion.exec(sentence)?.[0] ?? null;
}

function dayIn(text: string, span: Span): string | null {
  const words = wordsOf(text, span);
  for (let at = 0; at < words.length; at++) {
    const date = dateAt(words, at);
    if (date) return text.slice(words[at]!.start, words[at + date.length - 1]!.end);
  }
  return (
    /(?<!\p{L})(?:yesterday|today|last (?:night|week|month)|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\p{L})/u.exec(
      text.slice(span.start, span.end),
    )?.[0] ?? null
  );
}
