import { diffWords } from 'diff';
import type { PageReading } from '@/lib/core/article';
import { type Framing, frame } from '@/lib/core/framing';
import {
  findStoryMatches,
  findTextMatches,
  memoryCorpus,
  noCommonShingles,
  prepareArticle,
  type StoryMatch,
  type TextMatch,
} from '@/lib/core/matching';
import { buildReport, type Report, withRewordedSentences } from '@/lib/core/report';

/** One of two texts that are compared. */
export interface ComparedSide {
  file: string;
  reading: PageReading;
  report: Report;
}

/** Two texts side by side; `text` and `story` speak of `a` as here and `b` as there. */
export interface Comparison {
  a: ComparedSide;
  b: ComparedSide;
  text: TextMatch | null;
  story: StoryMatch | null;
  /** Words of the two headlines that the other has not, in runs of words that stand side by side. */
  headlines: { only_a: string[][]; only_b: string[][] };
  /** How each tells it; the two texts go by the ids `a` and `b`. */
  framing: Framing;
}

/** Compares two texts directly: no library takes part, so no words are set aside as common ones. */
export async function compareReadings(
  a: Omit<ComparedSide, 'report'>,
  b: Omit<ComparedSide, 'report'>,
  { now, minWords }: { now: Date; minWords: number },
): Promise<Comparison> {
  const firstSeen = { at: now.toISOString(), precision: 'minute', from: 'first-seen' } as const;
  const there = prepareArticle(b.reading.article, { firstSeen, from: { kind: 'import', name: b.file } });
  const corpus = memoryCorpus([there]);
  const { article } = a.reading;
  const texts = await findTextMatches(article, corpus, {
    common: noCommonShingles,
    sameAddress: true,
    minWords,
  });
  const stories = await findStoryMatches(article, corpus, texts);
  const here = { ...a, report: await reportAlone(a.reading, now) };
  const other = { ...b, report: await reportAlone(b.reading, now) };
  return {
    a: here,
    b: other,
    framing: frame([toldAs('a', here), toldAs('b', other)]),
    text: texts[0] ? withRewordedSentences(texts[0], article.text, b.reading.article.text) : null,
    story: stories[0] ?? null,
    headlines: headlineDifference(article.title ?? '', b.reading.article.title ?? ''),
  };
}

/** A side as it is compared by how it tells the story: by its letter, since two files may hold one address. */
function toldAs(id: string, { reading, report }: ComparedSide) {
  return { article: { ...reading.article, id }, anatomy: report.anatomy };
}

/** What a page says of itself, with an empty library. */
async function reportAlone(reading: PageReading, now: Date): Promise<Report> {
  const outcome = await buildReport(reading, [], { now });
  if ('report' in outcome) return outcome.report;
  throw new Error(`A page that was read gave no report (${outcome.status}).`);
}

/** Longest headline that is compared, in UTF-16 units: comparing takes time by length times difference. */
const longestHeadline = 1_000;

function headlineDifference(a: string, b: string): Comparison['headlines'] {
  const parts = diffWords(a.slice(0, longestHeadline), b.slice(0, longestHeadline), { ignoreCase: true });
  const runs = (side: 'removed' | 'added') =>
    parts
      .filter((part) => part[side])
      .map(({ value }) => value.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [])
      .filter((run) => run.length > 0);
  return { only_a: runs('removed'), only_b: runs('added') };
}
