import { readFileSync } from 'node:fs';
import { type Framing, frame } from '@/lib/core/framing';
import { quotations } from '@/lib/core/text';
import { collectionPath, jsonLines } from '../collections';
import { excerpt, told } from './told';

/** Direct quotations against gold: spans found, speakers right, and of those told confidently. */
export interface QuoteFigures {
  wanted: number;
  found: number;
  speakers: number;
  right: number;
  confident: number;
  confidentRight: number;
  missed: string[];
  wrong: string[];
}

interface SeedQuote {
  span: [number, number];
  text: string;
  speaker: string | null;
}

function noQuotes(): QuoteFigures {
  return {
    wanted: 0,
    found: 0,
    speakers: 0,
    right: 0,
    confident: 0,
    confidentRight: 0,
    missed: [],
    wrong: [],
  };
}

/** The 24 quotations of the seeds: a span is found where two thirds of the union are common; no speaker is right as none. */
export function seedQuotes(framing: Framing): QuoteFigures {
  const { articles } = JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8')) as {
    articles: Record<string, { body: [number, number]; quotes: SeedQuote[] }>;
  };
  const figures = noQuotes();
  for (const [id, { body, quotes }] of Object.entries(articles))
    for (const { span, text, speaker } of quotes) {
      figures.wanted++;
      const voice = framing.voices.find(
        (one) =>
          one.articleId === id &&
          one.form === 'direct' &&
          alike(one.span, [span[0] - body[0], span[1] - body[0]]) >= 2 / 3,
      );
      if (!voice) {
        figures.missed.push(`${id} ${text.slice(0, 60)}`);
        continue;
      }
      figures.found++;
      figures.speakers++;
      const isRight = speaker === null ? voice.speaker === null : isNamed(voice.speaker, speaker);
      if (isRight) figures.right++;
      else figures.wrong.push(`${id} ${text.slice(0, 50)}: ${voice.speaker} for ${speaker}`);
      if (!voice.confident) continue;
      figures.confident++;
      if (isRight) figures.confidentRight++;
    }
  return figures;
}

function alike(span: { start: number; end: number }, [start, end]: [number, number]): number {
  const common = Math.min(span.end, end) - Math.max(span.start, start);
  return common / (span.end - span.start + end - start - common);
}

/** A name that is the other's last word or holds it whole. */
function isNamed(told: string | null, gold: string): boolean {
  if (told === null) return false;
  const bare = (name: string) => name.toLowerCase().replace(/^(?:the|a|an) /, '');
  const [a, b] = [bare(told), bare(gold)];
  return a.includes(b) || b.includes(a) || a.split(' ').at(-1) === b.split(' ').at(-1);
}

interface Window {
  id: string;
  text: string;
  attributions: { source: [number, number][]; cue: [number, number][]; content: [number, number][] }[];
}

/** Marked quotations of PolNeAR's windows, four words and more, at least 80 % inside a gold content that has a source. */
export function polnearQuotes(): QuoteFigures {
  const figures = noQuotes();
  for (const { id, text, attributions } of jsonLines<Window>('framing-polnear', 'dev_windows.jsonl')) {
    const { voices } = frame([told(excerpt(id, text))]);
    for (const { inner } of quotations(text)) {
      const words = text
        .slice(inner.start, inner.end)
        .split(/\s+/)
        .filter((word) => word !== '');
      const gold = attributions.find(
        ({ content, source }) => source.length > 0 && within(inner, content) >= 0.8,
      );
      if (words.length < 4 || !gold) continue;
      figures.wanted++;
      const voice = voices.find(
        (one) => one.form === 'direct' && alike(one.span, [inner.start, inner.end]) >= 2 / 3,
      );
      const label = `${id.slice(8, 40)} “${text.slice(inner.start, inner.start + 50)}”`;
      if (!voice) {
        figures.missed.push(label);
        continue;
      }
      figures.found++;
      if (voice.speaker !== null || voice.mention !== null) figures.speakers++;
      const source = gold.source.map(([start, end]) => text.slice(start, end)).join(' ');
      const isAt =
        voice.mention !== null &&
        gold.source.some(([start, end]) => voice.mention!.start < end && start < voice.mention!.end);
      const isRight = isAt || isNamed(voice.speaker, source);
      if (isRight) figures.right++;
      else
        figures.wrong.push(
          `${label}: ${voice.speaker} (${voice.cue}) for ${source}${voice.confident ? ' CONFIDENT' : ''}`,
        );
      if (!voice.confident) continue;
      figures.confident++;
      if (isRight) figures.confidentRight++;
    }
  }
  return figures;
}

/** Share of a run that lies in spans. */
function within({ start, end }: { start: number; end: number }, spans: readonly [number, number][]): number {
  const inside = spans.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
  return inside / (end - start);
}
