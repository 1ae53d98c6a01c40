import { readFileSync } from 'node:fs';
import type { Article } from '@/lib/core/article';
import { type Evidence, type Framing, frame } from '@/lib/core/framing';
import { tokenize } from '@/lib/core/text';
import { collectionPath, jsonLines, pairsOf, readArticles } from '../collections';
import { basilStories } from './story-measures';
import { told } from './told';

interface CrossFact {
  fact: string;
  has: string[];
  evidence: { file: string; span: [number, number] }[];
}

/** Items of "only here" that lie in a fact which the truth gives to another seed too. */
export function onlyHereInSharedFacts(framing: Framing): string[] {
  const gold = JSON.parse(readFileSync(collectionPath('seeds-gold', 'gold.json'), 'utf8')) as {
    articles: Record<string, { body: [number, number] }>;
    cross_facts: CrossFact[];
  };
  const shared = gold.cross_facts.filter(({ has }) => has.length > 1).flatMap(({ evidence }) => evidence);
  return framing.onlyHere
    .filter(({ articleId, span }) =>
      shared.some((one) => {
        const from = gold.articles[one.file]!.body[0];
        return one.file === articleId && span.start < one.span[1] - from && one.span[0] - from < span.end;
      }),
    )
    .map(({ articleId, exact, kind }) => `${articleId} ${kind} ${exact}`);
}

interface Substitution {
  a: string;
  b: string;
  text_a: string;
  text_b: string;
}

/** Swaps of the silver list that are found in the two articles, whichever way round; words apart by folding. */
export function swapFigures(): { wanted: number; found: number; missed: string[] } {
  const articles = new Map(readArticles('fa-kes').map((article) => [article.id, article]));
  const figures = { wanted: 0, found: 0, missed: [] as string[] };
  const silver = jsonLines<Substitution>('fa-kes', 'substitutions.silver.jsonl');
  for (const [pair, wanted] of Map.groupBy(silver, ({ a, b }) => `${a} ${b}`)) {
    const [a, b] = pair.split(' ').map((id) => articles.get(id!)!);
    const { swaps } = frame([told(a!), told(b!)]);
    const known = new Set(swaps.map(({ inA, inB }) => `${folded(inA.exact)}|${folded(inB.exact)}`));
    for (const { text_a: textA, text_b: textB } of wanted) {
      figures.wanted++;
      if (known.has(`${folded(textA)}|${folded(textB)}`)) figures.found++;
      else figures.missed.push(`${pair}: ${textA} | ${textB}`);
    }
  }
  return figures;
}

const folded = (text: string) => tokenize(text).words.join(' ');

/** Every quoted evidence of a framing, and how many stand verbatim where they say. */
export function framingSoundness(
  framing: Framing,
  articles: readonly Article[],
): { shown: number; sound: number } {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const all: Evidence[] = [
    ...framing.headlines.flatMap(({ differing }) => differing),
    ...framing.actors.flatMap(({ labels }) => labels),
    ...framing.voices,
    ...framing.onlyHere,
    ...framing.addedCut.flatMap(({ inA, inB }) => [inA, inB].filter((one) => one !== null)),
    ...framing.swaps.flatMap(({ inA, inB }) => [inA, inB]),
    ...framing.attributedDifferently.flatMap(({ sides }) => sides),
  ];
  const sound = all.filter(({ articleId, field, span, exact }) => {
    const article = byId.get(articleId);
    const source = field === 'title' ? article?.title : article?.text;
    return exact !== '' && source?.slice(span.start, span.end) === exact;
  });
  return { shown: all.length, sound: sound.length };
}

/** Evidence soundness over other collections: pairs of near-copies, and stories that three outlets tell. */
export function soundnessOfPairs(): { shown: number; sound: number } {
  const articles = new Map(readArticles('fa-kes').map((article) => [article.id, article]));
  const pairs = pairsOf('fa-kes')
    .slice(0, 60)
    .map(({ a, b }) => [articles.get(a)!, articles.get(b)!]);
  const total = { shown: 0, sound: 0 };
  for (const story of [...pairs, ...basilStories().slice(0, 20)]) {
    const one = framingSoundness(frame(story.map(told)), story);
    total.shown += one.shown;
    total.sound += one.sound;
  }
  return total;
}
