/**
 * The same anchor with different attribution in two texts: a person whose words two articles give, each with whom they were
 * said to, on which occasion, when; a figure that one gives as one body's and another as another's. Two statements at two
 * times are shown as two statements.
 */
import type { Span } from '@/lib/core/article';
import { evidence } from './evidence';
import { grouped } from './grouped';
import { dateAt } from './only-here/dates';
import { numberIn } from './only-here/figures';
import type { Read } from './told';
import type { AttributedDifferently, Attribution, Voice } from './types';
import { wordsOf } from './words';

/** Statements of one person from one article. */
const MOST_OF_ONE = 4;
const MOST_ROWS = 100;
/** Figures that anybody may give alike. */
const SMALLEST_FIGURE = 10;

/** A voice with the actor whose words it gives. */
export interface KnownVoice {
  voice: Voice;
  read: number;
  /** `null` where the speaker is nobody of the story. */
  actor: string | null;
}

export function attributedDifferently(
  reads: readonly Read[],
  voices: readonly KnownVoice[],
): AttributedDifferently[] {
  return [...persons(reads, voices), ...figures(reads, voices)].slice(0, MOST_ROWS);
}

/** Persons with statements in two articles and more that are not the same words. */
function persons(reads: readonly Read[], voices: readonly KnownVoice[]): AttributedDifferently[] {
  const known = voices.filter(({ actor, voice }) => actor !== null && voice.statedBy !== null);
  return [...grouped(known, ({ actor }) => actor)].flatMap(([, own]) => {
    const byRead = grouped(own, ({ read }) => read);
    if (byRead.size < 2) return [];
    const sides = [...byRead].flatMap(([read, some]) => {
      const own = some.map(({ voice }) => side(reads[read]!, voice));
      return statements(own).slice(0, MOST_OF_ONE);
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
    if (voice.speaker === null) return [];
    const values = wordsOf(reads[read]!.article.text, voice.span).map(numberIn);
    const telling = values.filter(
      (value) => value !== null && value >= SMALLEST_FIGURE && !(value >= 1900 && value <= 2100),
    );
    return [...new Set(telling)].map((value) => ({
      value: value!,
      voice,
      read,
      by: actor ?? voice.speaker!.toLowerCase(),
    }));
  });
  return [...grouped(given, ({ value }) => value)].flatMap(([value, own]) => {
    const first = own[0]!;
    const other = own.find(({ read, by }) => read !== first.read && by !== first.by);
    if (!other) return [];
    return [
      {
        anchor: String(value),
        kind: 'figure' as const,
        sides: [side(reads[first.read]!, first.voice), side(reads[other.read]!, other.voice)],
      },
    ];
  });
}

/** One statement with its sentence's occasion and day. */
function side({ article, sentences }: Read, voice: Voice): Attribution {
  const within = voice.statedBy ?? voice.span;
  const sentence = sentences.find(
    ({ field, span }) => field === 'text' && span.start <= within.start && within.start < span.end,
  );
  const whole = sentence ? joined(sentence.span, voice.span) : voice.span;
  return {
    ...evidence(article, 'text', whole),
    speaker: voice.speaker,
    source: voice.source,
    cue: voice.cue,
    occasion: occasionIn(article.text.slice(whole.start, whole.end)),
    date: dayIn(article.text, whole),
    published: article.published,
  };
}

/** The sentence with the whole statement, where the statement goes beyond it. */
function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const OCCASION =
  /(?<!\p{L})(?:(?:in|during|at|after|before|following|on)\s(?:an?|the|his|her|their|its)\s(?:\p{L}+\s){0,3}?(?:announcement|statement|interview|speech|meeting|press conference|news conference|briefing|rally|debate|hearing|visit|summit|talks|address|letter|tweet|post|call|attack|vote|election|ceremony|conference|session|forum|report))(?!\p{L})/iu;

function occasionIn(sentence: string): string | null {
  return OCCASION.exec(sentence)?.[0] ?? null;
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
