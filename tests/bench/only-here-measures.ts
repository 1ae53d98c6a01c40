import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '@/lib/core/article';
import { sampleOf } from '@/lib/core/audit';
import { frame, type OnlyHere } from '@/lib/core/framing';
import { findStories } from '@/lib/core/matching';
import { readArticles } from '../collections';
import { seedArticles } from './story-measures';
import { framedSeeds, told } from './told';

/** An item of "only here" with the articles that were searched. */
export interface FoundOnlyHere {
  set: 'seeds' | 'fa-kes';
  item: OnlyHere;
  here: Article;
  there: Article[];
}

/** A quarter of a sample is of the seeds, the rest of the events that FA-KES is told to hold. */
export async function sampleOnlyHere(size: number, seed: number): Promise<FoundOnlyHere[]> {
  const [ofSeeds, events] = await itemsOfAll();
  return [
    ...(await sampleOf(ofSeeds, Math.round(size / 4), seed)),
    ...(await sampleOf(events, size - Math.round(size / 4), seed)),
  ];
}

async function itemsOfAll(): Promise<[FoundOnlyHere[], FoundOnlyHere[]]> {
  const events = (await eventsOf(readArticles('fa-kes'))).flatMap((story) =>
    itemsOf('fa-kes', frame(story.map(told)).onlyHere, story),
  );
  return [itemsOf('seeds', framedSeeds().onlyHere, seedArticles()), events];
}

function itemsOf(
  set: FoundOnlyHere['set'],
  items: readonly OnlyHere[],
  story: readonly Article[],
): FoundOnlyHere[] {
  const article = (id: string) => story.find((one) => one.id === id)!;
  return items.map((item) => ({ set, item, here: article(item.articleId), there: item.notIn.map(article) }));
}

/** What was said of an item of a sample by reading its sentence and the nearest ones of the texts that were searched; no text. */
interface Judgement {
  set: FoundOnlyHere['set'];
  seed: number;
  article: string;
  start: number;
  end: number;
  /** A name, number, day or quotation that reads as one, and that no text searched gives in any form. */
  right: boolean;
}

/** The last sample, drawn and judged when what the earlier ones showed had been mended. */
const lastSeed = 4;

export interface OnlyHereJudged {
  /** Of the last sample, as drawn. */
  drawn: { right: number; judged: number };
  /** Of all samples, what is still given. */
  still: { right: number; judged: number };
}

export async function onlyHereJudged(): Promise<OnlyHereJudged> {
  const judgements = readFileSync(
    path.resolve(import.meta.dirname, '../../tests/bench/only-here-judgements.jsonl'),
    'utf8',
  )
    .trimEnd()
    .split('\n')
    .map((line): Judgement => JSON.parse(line));
  const name = (set: string, article: string, start: number, end: number) =>
    [set, article, start, end].join(' ');
  const given = new Set(
    (await itemsOfAll())
      .flat()
      .map(({ set, item: { articleId, span } }) => name(set, articleId, span.start, span.end)),
  );
  const count = (list: readonly Judgement[]) => ({
    right: list.filter(({ right }) => right).length,
    judged: list.length,
  });
  return {
    drawn: count(judgements.filter(({ seed }) => seed === lastSeed)),
    still: count(
      judgements.filter(({ set, article, start, end }) => given.has(name(set, article, start, end))),
    ),
  };
}

/** Articles of two and more that tell one event, by the engine's own word. */
async function eventsOf(articles: readonly Article[]): Promise<Article[][]> {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const events = new Map<string, Article[]>();
  for await (const { id, story } of findStories(articles))
    events.set(story, [...(events.get(story) ?? []), byId.get(id)!]);
  return [...events.values()].filter((event) => event.length > 1);
}
