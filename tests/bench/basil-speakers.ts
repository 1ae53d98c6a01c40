import { frame } from '@/lib/core/framing';
import { quotations } from '@/lib/core/text';
import { asArticle, jsonLines } from '../collections';
import { told } from './told';

interface BasilRow {
  id: string;
  outlet: string;
  title: string;
  date: string;
  sents: Record<string, string>;
  spans: { sent: number; start: number; end: number; quote: string; speaker: string }[];
}

/** Marked quotations of persons by name, each once; how many our voices name a speaker of, and how many rightly. */
export interface SpeakerFigures {
  quotations: number;
  named: number;
  right: number;
  confident: number;
  confidentRight: number;
}

/**
 * Speakers in BASIL, whose annotators named those of the quotations they marked. Its speakers were never looked at while the
 * rules were made. Sentences are missing between those that are shared, so some pronouns have nobody to stand for.
 */
export function basilSpeakers(): SpeakerFigures {
  const figures: SpeakerFigures = { quotations: 0, named: 0, right: 0, confident: 0, confidentRight: 0 };
  for (const row of jsonLines<BasilRow>('framing-basil', 'train.jsonl')) {
    const { text, startOf } = textOf(row);
    const { voices } = frame([
      told(asArticle({ ...row, url: null, byline: null, published: row.date, text })),
    ]);
    const seen = new Set<number>();
    for (const { sent, start, quote, speaker } of row.spans) {
      const from = (startOf.get(sent) ?? Number.NaN) + start;
      const marked = quotations(text).find(({ inner }) => inner.start <= from && from < inner.end);
      if (quote !== 'yes' || !isPerson(speaker) || !marked || seen.has(marked.inner.start)) continue;
      if (text.slice(marked.inner.start, marked.inner.end).split(/\s+/).length < 4) continue;
      seen.add(marked.inner.start);
      figures.quotations++;
      const voice = voices.find(
        (one) => one.form === 'direct' && one.span.start <= from && from < one.span.end,
      );
      if (!voice || voice.speaker === null) continue;
      const isRight = voice.speaker.toLowerCase().includes(surnameOf(speaker));
      figures.named++;
      if (isRight) figures.right++;
      if (!voice.confident) continue;
      figures.confident++;
      if (isRight) figures.confidentRight++;
    }
  }
  return figures;
}

/** The shared sentences of an article in order, and where each begins. */
function textOf({ sents }: BasilRow): { text: string; startOf: Map<number, number> } {
  let text = '';
  const startOf = new Map<number, number>();
  const numbers = Object.keys(sents)
    .map(Number)
    .filter((at) => at >= 0);
  for (const at of numbers.sort((a, b) => a - b)) {
    startOf.set(at, text.length);
    text += `${sents[at]}\n\n`;
  }
  return { text, startOf };
}

/** "Nancy_Pelosi" rather than "Democratic_lawmakers". */
function isPerson(speaker: string): boolean {
  return (
    /^\p{Lu}[\p{L}.'-]*(?:_\p{Lu}[\p{L}.'-]*)+$/u.test(speaker) &&
    !/Lawmakers|House|Party|Department|Court/i.test(speaker)
  );
}

function surnameOf(speaker: string): string {
  return speaker.split('_').at(-1)!.toLowerCase();
}
